import { expect, it } from "vitest";
import { checkBoard } from "../../src/check/check.ts";
import { placeOf } from "../../src/source/source-file.ts";
import { openInMemory } from "../board.ts";
import { describeReal, realText } from "./real-notes.ts";

const JANUARY = "2020-01-21.md";
const AUGUST = "2021-08-26.md";

/** What check finds in the Board's two notes, the first of them changed; `file:line rule`, and what is told. */
async function checkBoardOfRecord(change: (text: string) => string = (text) => text) {
  const files = { [JANUARY]: change(realText(`rrb/${JANUARY}`)), [AUGUST]: realText(`rrb/${AUGUST}`) };
  const board = await openInMemory(files, "2026-11-22");
  return checkBoard(board).map(({ path, span, rule, severity, message }) => {
    const { line } = placeOf(board.source(path)!, span.start);
    return { at: `${path}:${line} ${rule}`, line, path, rule, severity, message };
  });
}

/** The line, from 1, on which words first stand in the note of January 2020; from a line on, where one is given. */
function lineOf(words: string, from = 1): number {
  const lines = realText(`rrb/${JANUARY}`).split(/\r?\n/);
  return lines.findIndex((line, i) => i + 1 >= from && line.includes(words)) + 1;
}

const LOG = () => lineOf("Actions Log");

describeReal("rrb check on the Board's own notes", () => {
  it("shows the twelve actions that the note of August 2021 does not speak of", async () => {
    const lost = (await checkBoardOfRecord()).filter(({ rule }) => rule === "every-open-action-is-reported");
    expect(lost.map(({ path, severity }) => `${path} ${severity}`)).toEqual(
      Array(12).fill(`${AUGUST} error`),
    );
    const refs = lost.map(({ message }) => /`([^`]+)`/.exec(message)?.[1]).toSorted();
    const raised = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `2020-01-21/${number}`);
    expect(refs).toEqual([...raised, ...[1, 2, 3, 9].map((number) => `2020-01-21/bf${number}`)]);
  });

  it("tells once that the names of August 2021 run together", async () => {
    const runOn = (await checkBoardOfRecord()).filter(({ rule }) => rule === "organisation-is-known");
    expect(runOn.map(({ path }) => path)).toEqual([AUGUST]);
  });

  it("finds the three actions of January 2020 that nobody owns, and no fault in its log or its statuses", async () => {
    const found = (await checkBoardOfRecord()).filter(({ path }) => path === JANUARY);
    const unowned = found.filter(({ rule }) => rule === "action-has-owner").map(({ line }) => line);
    const places = ["deep dive to be scheduled", "transition arrangements to be", "Interim findings"];
    expect(unowned).toEqual(places.map((words) => lineOf(words)));
    const rules = new Set(found.map(({ rule }) => rule));
    for (const rule of ["front-matter-is-valid", "action-is-numbered"]) expect(rules).toContain(rule);
    for (const rule of ["log-agrees", "status-is-known", "status-is-filled"])
      expect(rules).not.toContain(rule);
  });

  it("finds a log row that is gone, one that is worded otherwise, and an action that only the log has", async () => {
    const inLog = lineOf("HMPPS to circulate", LOG());
    const inText = lineOf("HMPPS to circulate");
    const edit = (line: number, change: (text: string) => string[]) => (text: string) =>
      text
        .split("\n")
        .flatMap((words, i) => (i + 1 === line ? change(words) : [words]))
        .join("\n");
    const agreed = async (change: (text: string) => string) =>
      (await checkBoardOfRecord(change)).filter(({ rule }) => rule === "log-agrees").map(({ line }) => line);
    expect(await agreed(edit(inLog, () => []))).toEqual([inText]);
    expect(await agreed(edit(inLog, (words) => [words.replace("slides", "handouts")]))).toEqual([inLog]);
    expect(await agreed(edit(inText, () => [""]))).toEqual([inLog]);
  });

  it("finds a status that was wiped out", async () => {
    const wiped = await checkBoardOfRecord((text) => text.replace(/(MoU 2\.0 draft .*\t).*/, "$1"));
    expect(wiped.filter(({ rule }) => rule.startsWith("status-")).map(({ at }) => at)).toEqual([
      `${JANUARY}:${lineOf("MOPAC to circulate MoU")} status-is-filled`,
    ]);
  });
});
