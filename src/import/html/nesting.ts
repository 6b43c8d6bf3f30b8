import { DEEPEST, MOST_ELEMENTS, tooDeep, tooLong } from "../bounds.ts";

/** In characters: most of a page saved by Word is not words. */
const LARGEST = 16_000_000;

/** Elements that end by themselves, where another one of them begins, or at once. */
const ENDS_ITSELF =
  /^(?:p|li|dd|dt|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|rp|rt|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|html|head|body|script|style|title|textarea)$/;

/**
 * Demands that a page is one that can be taken apart in time and memory in proportion to its length. What parses it
 * goes back over all open formatting for every paragraph, and calls itself for every element within another.
 */
export function demandFlatPage(html: string): void {
  if (html.length > LARGEST) throw tooLong();
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const [, slash, tag] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (++tags > 2 * MOST_ELEMENTS) throw tooLong();
    const name = tag!.toLowerCase();
    if (ENDS_ITSELF.test(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash !== "" && count === 0) continue;
    const step = slash === "" ? 1 : -1;
    open.set(name, count + step);
    depth += step;
    if (depth > DEEPEST) throw tooDeep();
  }
}
