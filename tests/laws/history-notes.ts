import type { Meeting } from "../../src/model/meeting.ts";
import { note, type Row } from "../ledger/notes.ts";
import { type History, keepBooks, rowNumber, type Sitting, type Told } from "./history.ts";

/** The day of the agenda that follows every history. */
export const AGENDA = "2026-01-20";

interface Cells {
  readonly ref: string;
  readonly text: string;
  readonly status: string;
}

/** What stands in a row: the reference where it is named by it, else its number where the table has numbers. */
function cellsOf(
  history: History,
  references: ReadonlyMap<number, string>,
  sitting: Sitting,
  row: number,
): Cells {
  const told = sitting.told[row]!;
  const wording = history.wordings[told.action]!;
  const own = sitting.isNumbered ? String(rowNumber(sitting, row)) : "";
  const ref = told.names === "by reference" ? references.get(told.action)! : own;
  const text = told.names === "nearly by its words" ? wording.replace(/^Convene /, "Gather ") : wording;
  return { ref, text, status: statusOf(references, told) };
}

function statusOf(references: ReadonlyMap<number, string>, { means, status, to }: Told): string {
  if (means !== "moved") return status;
  if (to === "a borough") return "Transferred to a borough";
  return `${status} ${typeof to === "number" ? references.get(to) : "1999-01-01/1"}`;
}

/** The notes of a history, as reading would give them. */
export function tellAsMeetings(history: History): Meeting[] {
  const { references } = keepBooks(history);
  const notes = history.sittings.map((sitting) => {
    const { id, time, went, told, raises } = sitting;
    const rows = told.map((_, row): Row => {
      const { ref, text, status } = cellsOf(history, references, sitting, row);
      return [/^\d+$/.test(ref) ? Number(ref) : ref || null, text, status];
    });
    return note(id, {
      time,
      rows,
      raises: raises.map(({ action, number }) => [number, history.wordings[action]!]),
      state: went === "cancelled" ? "cancelled" : "draft",
      ...(went === "all complete" || went === "not reviewed" ? { blanket: { says: went } } : {}),
    });
  });
  const rows = history.agenda.map((action): Row => [references.get(action)!, history.wordings[action]!, ""]);
  return [...notes, note(AGENDA, { state: "agenda", rows })];
}

/** A file of a board's folder. */
export interface File {
  readonly path: string;
  readonly text: string;
}

/** The notes of a history in Markdown of rrb's own form. */
export function tellAsMarkdown(history: History): File[] {
  const { references } = keepBooks(history);
  const notes = history.sittings.map((sitting) => writeSitting(history, references, sitting));
  const rows = history.agenda.map((action) => ({
    ref: references.get(action)!,
    text: history.wordings[action]!,
    status: "",
  }));
  const agenda = [...writeHead(AGENDA, "10:30-12:30", "agenda"), ...writeTable(rows)];
  return [...notes, { path: `${AGENDA}.md`, text: `${agenda.join("\n")}\n` }];
}

function writeSitting(history: History, references: ReadonlyMap<number, string>, sitting: Sitting): File {
  const { id, time, went, told, raises } = sitting;
  const lines = writeHead(id, time, went === "cancelled" ? "cancelled" : "draft");
  if (went === "silent") lines.push("Updates were given on the earlier actions.", "");
  else lines.push(...writeTable(told.map((_, row) => cellsOf(history, references, sitting, row))));
  if (went === "all complete") lines.push("Actions: all complete.", "");
  if (went === "not reviewed") lines.push("Actions: not reviewed – one item only.", "");
  lines.push("## 2. Performance", "", "The figures were noted; no further action was asked for.", "");
  for (const { action, number } of raises) {
    lines.push(`Action ${number} (MOPAC; by 14 February 2030): ${history.wordings[action]}`, "");
  }
  return { path: `${id}.md`, text: lines.join("\n") };
}

function writeHead(id: string, time: string, state: string): string[] {
  const front = [
    "---",
    `date: ${id.slice(0, 10)}`,
    `time: ${time}`,
    `state: ${state}`,
    "present: [MOPAC, MPS]",
    "---",
  ];
  return [...front, "", "## 1. Actions from previous meeting", ""];
}

function writeTable(rows: readonly Cells[]): string[] {
  if (rows.length === 0) return [];
  const head = ["| Ref | Action | Owner | Due | Status | Update |", "| --- | --- | --- | --- | --- | --- |"];
  return [
    ...head,
    ...rows.map(({ ref, text, status }) => `| ${ref} | ${text} | MOPAC | | ${status} | |`),
    "",
  ];
}
