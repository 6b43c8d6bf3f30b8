import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Span } from "../../source/source-file.ts";
import type { Passage } from "../passage.ts";
import { linesOf } from "./cell-lines.ts";

const LABEL =
  /^(?:meeting|title|subject|name of meeting|committee|board|group|(?:meeting )?date(?: (?:and|&) time)?|date of (?:the )?meeting|time|start time|venue|place|location|chair(?:man|person|ed by)?|(?:(?:members|councillors|governors|trustees|those) )?(?:present|attendees|attendance|in attendance|attending)|also present|apologies(?: for absence| received)?|absent|minutes? (?:by|taken by|taker)|minute taker|note taker|notes by|clerk|secretary|author|status|version|next meeting|date of next meeting|invitees|distribution|cc|circulation|quorum)\s*:?$/i;

const LABELLED = /^(?:date|time|venue|place|location|present|attendees|apologies)\s*:/i;

/** The table at the top of a note that says when, where and who, each pair as a label with what it says below it; null for any other table. */
export function readParticulars(text: string, rows: readonly Passage[]): Passage[] | null {
  const found: Passage[] = [];
  let labels = 0;
  let filled = 0;
  for (const row of rows) {
    const words = row.cells.map((cell) => squash(plainText(text, cell.lines).text));
    if (words.some((cell) => cell !== "")) filled++;
    const first = words.find((cell) => cell !== "") ?? "";
    if (LABEL.test(first) || LABELLED.test(first)) labels++;
    for (let at = 0; at < row.cells.length; at++) {
      if (words[at] === "") continue;
      const label = linesOf(text, row.cells[at]);
      const behind = words.findIndex((cell, index) => index > at && cell !== "");
      const isPair = LABEL.test(words[at]!) && behind > 0 && !LABEL.test(words[behind]!);
      const lines = isPair ? [...label, ...linesOf(text, row.cells[behind])] : label;
      if (isPair) at = behind;
      const span = { start: lines[0]!.start, end: lines.at(-1)!.end };
      found.push({ ...row, kind: "text", cells: [], isHeader: false, lines, span });
    }
  }
  return labels >= 2 && labels * 2 >= filled ? found : null;
}

const WHEN_OR_WHERE =
  /^(?:(?:meeting )?date(?: (?:and|&) time)?(?: of (?:the )?meeting)?|(?:start )?time|venue|place|location)\s*(?<colon>:)?\s*(?<said>\S.*)?$/i;

/** Takes out of a list of names what says there when or where the meeting was: `Date: 3 March`, below the apologies. */
export function takeParticulars(
  text: string,
  passages: readonly Passage[],
): { particulars: readonly Passage[]; others: readonly Passage[] } {
  const particulars: Passage[] = [];
  const others = passages.flatMap((passage) => {
    const taken = passage.kind === "text" ? particularLines(text, passage) : [];
    if (taken.length === 0) return [passage];
    particulars.push({ ...passage, lines: taken });
    const lines = passage.lines.filter((line) => !taken.includes(line));
    return lines.length === 0 ? [] : [{ ...passage, lines }];
  });
  return { particulars, others };
}

/** The lines that a label begins, each with the next where it says nothing itself; a cell needs no colon. */
function particularLines(text: string, { lines, table }: Passage): Span[] {
  const taken: Span[] = [];
  for (const [at, line] of lines.entries()) {
    const parts = WHEN_OR_WHERE.exec(squash(plainText(text, [line]).text))?.groups;
    if (parts === undefined || taken.includes(line)) continue;
    const isAlone = parts.said === undefined;
    if (parts.colon === undefined && !(isAlone && table >= 0)) continue;
    taken.push(line, ...(isAlone ? lines.slice(at + 1, at + 2) : []));
  }
  return taken;
}
