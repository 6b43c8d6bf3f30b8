import { plainText, squash } from "../markdown/plain-text.ts";
import type { Decision, Deferral, ProgressRow, RaisedAction } from "../model/meeting.ts";
import { writeInline } from "./inline.ts";
import { SAYS_WHEN } from "./rows.ts";

/** An action as own form has it: `Action 3 (MPS; by 3 May 2020): …`; with what its own brackets say, or spelt out. */
export function writeAction(action: RaisedAction, text: string, isSpeltOut: boolean): string {
  const { written, text: words } = action;
  const brackets = isSpeltOut ? bracketsOf(action) : bracketsIn(action, text);
  return `${written === null ? "Action" : `Action ${written}`}${inBrackets(brackets)}: ${writeInline(words)}`;
}

/** A decision or a deferral in the word that the note uses for it. */
export function writeAgreed(agreed: Decision | Deferral): string {
  if (!("kind" in agreed)) return `Deferred: ${writeInline(agreed.text)}`;
  const { kind, written, text } = agreed;
  return `${written === null ? kind : `${kind} ${written}`}: ${writeInline(text)}`;
}

/** A report on an earlier action, its status in a paragraph below it. */
export function writeReport(row: ProgressRow): string {
  const { cited, number, text, disposition, update } = row;
  const name = cited?.value ?? (number === null ? "" : String(number));
  const said = [disposition?.words, update].filter(Boolean).join(" – ");
  const line = `Action${name === "" ? "" : ` ${name}`}${inBrackets(bracketsOf(row))}: ${writeInline(text)}`;
  return said === "" ? line : `${line}\n\n- Status: ${writeInline(said)}`;
}

function inBrackets(words: string): string {
  return words === "" ? "" : ` (${words})`;
}

/** `MPS, MOPAC; by 3 May 2020`, as far as it is known. */
function bracketsOf({ owners, dueText }: Pick<RaisedAction, "owners" | "dueText">): string {
  const when = dueText === null || SAYS_WHEN.test(dueText) ? (dueText ?? "") : `by ${dueText}`;
  const words = [owners.join(", "), when].filter(Boolean).join("; ");
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(words) ? words : words.replace(/[()]/g, "");
}

/** What stands in brackets between the marker of an action and its colon. */
function bracketsIn({ marker, span }: RaisedAction, text: string): string {
  if (marker.end <= marker.start || marker.end < span.start || marker.end > span.end) return "";
  const behind = plainText(text, [{ start: marker.end, end: span.end }]).text;
  return squash(/^[*_\s]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(behind)?.[1] ?? "");
}
