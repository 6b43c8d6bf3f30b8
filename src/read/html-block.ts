import { isSpace } from "./block-line.ts";

const RAW = "pre|script|style|textarea";
const NAMES =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|" +
  "dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|" +
  "menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|" +
  "title|tr|track|ul";

/** CommonMark's kinds 1 to 5: how they begin, and what ends them, in the same line or a later one. */
const ENDED_BY_MARK = [
  { begins: new RegExp(`^<(?:${RAW})(?:[ \\t>]|$)`, "i"), ends: new RegExp(`</(?:${RAW})>`, "i") },
  { begins: /^<!--/, ends: /-->/ },
  { begins: /^<\?/, ends: /\?>/ },
  { begins: /^<![a-z]/i, ends: />/ },
  { begins: /^<!\[CDATA\[/, ends: /\]\]>/ },
];

/** Kind 6: a tag that makes a block. A blank line ends it. */
const BLOCK_TAG = new RegExp(`^</?(?:${NAMES})(?:[ \\t]|/?>|$)`, "i");

/** Kind 7: any whole tag that has the line to itself. A blank line ends it. */
const ATTRIBUTE = "[ \\t]+[a-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t\"'=<>`]+|'[^']*'|\"[^\"]*\"))?";
const WHOLE_TAG = new RegExp(
  `^<(?:[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \\t]*/?|/[a-z][a-z0-9-]*[ \\t]*)>[ \\t]*$`,
  "i",
);

/**
 * What ends the HTML block that a line begins: a pattern, or null for a blank line; undefined where the line begins
 * none. `line` starts at its `<`. Kind 7 can't interrupt a paragraph.
 */
export function htmlEndOf(line: string, interrupts: boolean): RegExp | null | undefined {
  // Ordinary text has a space, a digit or nothing behind its `<`.
  const second = line.charCodeAt(1);
  if (Number.isNaN(second) || isSpace(second)) return undefined;
  const marked = ENDED_BY_MARK.find((kind) => kind.begins.test(line));
  if (marked !== undefined) return marked.ends;
  if (BLOCK_TAG.test(line)) return null;
  return !interrupts && WHOLE_TAG.test(line) ? null : undefined;
}
