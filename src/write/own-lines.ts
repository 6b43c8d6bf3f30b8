import { plainText, squash } from "../markdown/plain-text.ts";
import type { Decision, Deferral, ProgressRow, RaisedAction, Undertaking } from "../model/meeting.ts";
import { type DueContext, readClosingDue } from "../read/due.ts";
import { writeInline } from "./inline.ts";
import type { PublishedNote, SpeltOut } from "./rewriting.ts";
import { SAYS_WHEN } from "./rows.ts";

/** An action as own form has it: `Action 3 (MPS; by 3 May 2020): …`; with what its own brackets say, or spelt out. */
export function writeAction(action: RaisedAction, { text, note }: PublishedNote, spelt: SpeltOut): string {
  const { date, nextMeeting } = note.meeting;
  const { written, number, ref } = action;
  const named = spelt.numbers ? number : written;
  const brackets = spelt.actions.has(ref)
    ? bracketsOf(action, { raised: date, nextMeeting })
    : bracketsIn(action, text);
  return `${named === null ? "Action" : `Action ${named}`}${inBrackets(brackets)}: ${writeInline(action.text)}`;
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
  const line = `Action${name === "" ? "" : ` ${name}`}${inBrackets(bracketsOf(row, { raised: cited?.value.slice(0, 10) ?? null, nextMeeting: null }))}: ${writeInline(text)}`;
  return said === "" ? line : `${line}\n\n- Status: ${writeInline(said)}`;
}

function inBrackets(words: string): string {
  return words === "" ? "" : ` (${words})`;
}

/** `MPS, MOPAC; by 3 May 2020`, as far as it is known; a time that the words themselves end with is not said twice. */
function bracketsOf({ text, owners, due, dueText }: Undertaking, context: DueContext): string {
  const own = readClosingDue(text, context);
  const isSaid = dueText === null || (own.dueText === dueText && own.due === due);
  const when = isSaid || SAYS_WHEN.test(dueText) ? (isSaid ? "" : dueText) : `by ${dueText}`;
  const words = [owners.join(", "), when].filter(Boolean).join("; ");
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(words) ? words : words.replace(/[()]/g, "");
}

/** What stands in brackets between the marker of an action and its colon. */
function bracketsIn({ marker, span }: RaisedAction, text: string): string {
  if (marker.end <= marker.start || marker.end < span.start || marker.end > span.end) return "";
  const behind = plainText(text, [{ start: marker.end, end: span.end }]).text;
  return squash(/^[*_\s]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(behind)?.[1] ?? "");
}
