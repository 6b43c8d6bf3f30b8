import { plainText } from "../markdown/plain-text.ts";
import type { RaisedAction, Undertaking } from "../model/meeting.ts";
import { findMarkedLines, type MarkedLine } from "../read/marked-line.ts";
import type { Passage } from "../read/passage.ts";
import type { Edit } from "../source/diagnostic.ts";
import { writeInline } from "./inline.ts";
import type { PublishedNote } from "./rewriting.ts";
import { SAYS_WHEN } from "./rows.ts";
import { startOfLine } from "./tables.ts";

/**
 * The edits that give each action of a paragraph a paragraph of its own, `Action 3 (MPS): …`. Those in `stated` have
 * their owner and their due date in the brackets; others keep what their brackets say. A report on an earlier action
 * is written alike where it has a line for itself.
 */
export function actionEdits(
  passage: Passage,
  { text, note }: PublishedNote,
  stated: ReadonlySet<string>,
): Edit[] {
  if (passage.kind !== "text") return [];
  const { actions, progress } = note.meeting;
  const plain = plainText(text, passage.lines);
  const first = passage.lines[0]!.start;
  const prefix = prefixOf(text, first);
  return findMarkedLines(plain, true).flatMap((line) => {
    const isHere = ({ span }: Undertaking) => span.start === line.span.start;
    const action = actions.find((one) => !one.fromLog && isHere(one));
    const report = passage.lines.length > 1 || line.cited !== null ? undefined : progress.find(isHere);
    if ((action ?? report) === undefined || line.kind !== "Action" || line.text === "") return [];
    const from = backOverMarks(text, line.span.start, first);
    const to = onOverMarks(text, line.span.end, passage.span.end);
    const before = from === first ? "" : `\n\n${prefix}`;
    const behind = to >= passage.span.end ? "" : `\n\n${prefix}`;
    const isStated = action !== undefined && stated.has(action.ref);
    const written = writeLine(line, text.slice(from, to), isStated ? action : null);
    return [{ span: { start: from, end: to }, text: before + written + behind }];
  });
}

/** What begins a line that goes on in the same quote or entry of a list. */
function prefixOf(text: string, offset: number): string {
  const lead = text.slice(startOfLine(text, offset), offset);
  return lead.replace(/[^>\s]/g, " ");
}

function backOverMarks(text: string, at: number, least: number): number {
  let from = at;
  while (from > least && /[*_\s]/.test(text[from - 1]!)) from--;
  return from;
}

function onOverMarks(text: string, at: number, most: number): number {
  let to = at;
  while (to < most && /[*_]/.test(text[to]!)) to++;
  return to;
}

/** Links and code can't be told from marks by looking at them: with such, the words stand as they stood. */
function writeLine(line: MarkedLine, written: string, stated: RaisedAction | null): string {
  if (stated === null && /[<[`]/.test(written)) return written;
  const name = line.number === null ? "Action" : `Action ${line.number}`;
  const brackets = (stated === null ? (line.brackets ?? "") : bracketsOf(stated)).trim();
  return `${name}${brackets === "" ? "" : ` (${brackets})`}: ${writeInline(stated?.text ?? line.text)}`;
}

/** `MPS, MOPAC; by 3 May 2020`, as far as it is known. */
function bracketsOf({ owners, dueText }: RaisedAction): string {
  const when = dueText === null || SAYS_WHEN.test(dueText) ? (dueText ?? "") : `by ${dueText}`;
  return [owners.join(", "), when].filter(Boolean).join("; ");
}
