import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { certifyLedger, type Figures } from "../../src/ledger/audit.ts";
import { book, note } from "./notes.ts";

/** An answer key of a real note, written by hand; its sentences stay in that folder. */
interface Key {
  readonly actions: readonly { readonly ref?: string; readonly text: string }[];
  readonly previousActions: readonly {
    readonly ref: string;
    readonly text: string;
    readonly status: string;
  }[];
}

const REAL = new URL("../../../shared/real/", import.meta.url);
const isMissing = !existsSync(REAL) && process.env.CI !== "true";

/** A real note as its key has it, rows without references, as the boards wrote them. */
function keyedNote(id: string, file: string) {
  const key: Key = JSON.parse(readFileSync(new URL(`${file}.truth.json`, REAL), "utf8"));
  return note(id, {
    raises: key.actions.map(({ ref, text }, index) => [Number(ref ?? index + 1), text]),
    rows: key.previousActions.map(({ ref, text, status }) => [Number(ref), text, status]),
  });
}

/** Opening, brought forward, reopened, raised, closed in any way, carried, unaccounted. */
function columns(figures: Figures): number[] {
  const { opening, broughtForward, reopened, raised, closed, withdrawn, moved, carried, unaccounted } =
    figures;
  return [opening, broughtForward, reopened, raised, closed + withdrawn + moved, carried, unaccounted];
}

test.skipIf(isMissing)("the Board's two notes: twelve open actions, and no outcome on record", () => {
  const notes = ["2020-01-21", "2021-08-26"].map((id) => keyedNote(id, `rrb/${id}`));
  expect(certifyLedger(book(notes)).meetings.map(columns)).toEqual([
    [0, 11, 0, 8, 7, 12, 0],
    [12, 0, 0, 0, 0, 12, 12],
  ]);
});

test.skipIf(isMissing)("three notes of a panel, one of its actions reworded beyond half its words", () => {
  const notes = ["2011-08-03", "2011-10-04", "2011-12-13"].map((id) => keyedNote(id, `boards/cjt-${id}`));
  expect(certifyLedger(book(notes)).meetings.map(columns)).toEqual([
    [0, 0, 0, 8, 0, 8, 0],
    [8, 0, 0, 11, 4, 15, 0],
    [15, 0, 0, 6, 4, 17, 6],
  ]);
});
