import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Words } from "../reading.ts";
import { beginsAsAction } from "./action-words.ts";
import { TICK } from "./ticks.ts";

const LABEL = /(?<=[.;)!?\u2013\u2014-])\s+(?:updates?|progress|status|outcome|response)\s*:\s*(?=\S)/i;

/** An action and the report behind it, which a label begins: `Count the walkers. Update: counted in June.` */
export function cutAtLabel(text: string): [string, string] | null {
  const label = LABEL.exec(text);
  return label === null ? null : [text.slice(0, label.index), text.slice(label.index + label[0].length)];
}

/** A run in bold or italics that ends a line of at most so many characters is a report on what stands before it. */
const LONGEST = 2000;
const EMPHASIS =
  /(?<=[.;:)!?\u2013\u2014-]\s{0,3})(?<mark>\*{1,3}|_{1,2})(?=\S)(?<said>[^*_]{2,300})\k<mark>[\s.]*$/;

/** An action and the report behind it in bold or italics: `Draw up a map. *Done, and sent out.*` */
export function cutAtEmphasis(source: string, { text, span }: Words): [string, string] | null {
  if (span.end - span.start > LONGEST) return null;
  const end = /^[*_]+/.exec(source.slice(span.end, span.end + 3))?.[0].length ?? 0;
  const raw = source.slice(span.start, span.end + end);
  const match = EMPHASIS.exec(raw);
  if (match === null || match.index === 0) return null;
  const said = squash(plainText(match.groups!.said!, [{ start: 0, end: match.groups!.said!.length }]).text);
  // `*by reading week*` says until when, and not how it stands.
  if (/^(?:by|before|due|until)\b/i.test(said)) return null;
  const at = text.lastIndexOf(said);
  return at <= 0 ? null : [text.slice(0, at).trim().replace(/\s*:$/, ""), said];
}

/** What ends an action without a sign before it: a tick, or a status in capitals: `Newsletter \u2714`, `Phone the hotel DONE`. */
const LOUD_STATUS = new RegExp(
  `\\s+(?:${TICK}.{0,60}|(?:DONE|COMPLETED?|CLOSED|DISCHARGED|ONGOING|OPEN|OUTSTANDING|CONTINUES|C/F))\\s*$`,
  "su",
);

/** Where a tick or a status in capitals begins that nothing parts from the action before it; null where none ends it. */
export function findLoudStatus(text: string): number | null {
  return LOUD_STATUS.exec(text)?.index ?? null;
}

const WAS_DONE =
  /(?<!\b(?:not|never|nor|until|when|once|if)\b.{0,40})\s(?:has|have|had|was|were|is|are)\s+(?:now\s+|since\s+|all\s+|both\s+)?(?:been\s+)?(?<word>completed|closed|discharged|actioned)\.?$/iu;
const TOPIC = /^[^.:;\u2013\u2014]{2,80}?(?=\s*[:\u2013\u2014]\s|\s-\s)/u;

/** A sentence that ends by saying that the action was done: `Falls audit: Carl Denny said that it had been completed.` */
export function cutAtSentence(text: string): [string, string] | null {
  const word = WAS_DONE.exec(text)?.groups?.word;
  // `Clerk to check that it was completed` asks for something still.
  if (word === undefined || /\s(?:to|will|should|must)\s+\p{Ll}/u.test(text) || beginsAsAction(text))
    return null;
  const topic = TOPIC.exec(text)?.[0];
  if (topic === undefined) return [text, word];
  return [topic.trim(), `${word} \u2013 ${text.slice(topic.length).replace(/^[\s:\u2013\u2014-]+/, "")}`];
}
