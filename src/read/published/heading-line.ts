import { type Plain, plainText } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";
import type { Part } from "../section-parts.ts";
import { isMarkedHeading } from "./heading.ts";
import { LONGEST_TITLE } from "./parting.ts";

/** The first line of a passage, as a reader sees it. */
export function firstLine(text: string, passage: Passage): Plain {
  return plainText(text, passage.lines.slice(0, 1));
}

/** Whether the whole of a passage's first line stands in bold. */
export function isBold(text: string, passage: Passage): boolean {
  const line = passage.lines[0];
  if (line === undefined || passage.marker === -1) return false;
  const raw = text.slice(line.start, line.end).trim();
  return (
    /^(?:\d{1,3}(?:\\?[.)])?\s+)?(?:\*\*|__)(?:(?!\*\*|__).)+(?:\*\*|__):?$/.test(
      raw.replace(/\*\*\s*\*\*/g, " "),
    ) && raw.length <= LONGEST_TITLE
  );
}

/** What a minute says of a log or of earlier actions, rather than a title over them. */
const SENTENCE =
  /\p{Ll}{3}[.!?]\s+\p{Lu}|^\s*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:the\s+)?(?:\p{L}+\s+){0,4}?(?:board|committee|panel|group|council|forum|members?|governors|trustees|councillors|meeting|chair(?:man|woman|person)?|clerk|secretary|secretariat|we|it)\s+(?:was|were|has|have|had|also|then|reviewed|noted|considered|discussed|received|agreed|approved|went|asked|presented|introduced|said|reported|updated|thanked|confirmed|looked)\b/iu;

/** A plain line that is a heading by what it says alone. */
export function isPlainHeading(line: string, part: Part): boolean {
  if (part.contentFrom !== null) return true;
  if (part.kind !== "attendance" && SENTENCE.test(line)) return false;
  return line.trim().split(/\s+/).length <= 12 && !/[.;,?!]$/.test(line.trim()) && !isMarkedHeading(line);
}
