import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Words } from "../reading.ts";

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
  const at = text.lastIndexOf(said);
  return at <= 0 ? null : [text.slice(0, at).trim(), said];
}
