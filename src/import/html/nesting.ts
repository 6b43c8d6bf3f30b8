import { Refusal } from "../../refusal.ts";

/** The most elements within one another, and the most bytes of a page: more than any minutes have. */
const DEEPEST = 250;
const LARGEST = 16 << 20;

const MOST_TAGS = 500_000;

/** Elements that end by themselves, where another one of them begins, or at once. */
const ENDS_ITSELF =
  /^(?:p|li|dd|dt|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|rp|rt|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|html|head|body|script|style|title|textarea)$/;

/**
 * Demands that a page is one that can be taken apart in time and memory in proportion to its length. What parses it
 * goes back over all open formatting for every paragraph, and calls itself for every element within another.
 */
export function demandFlatPage(html: string): void {
  if (html.length > LARGEST)
    throw new Refusal("This page is larger than 16 MB. Save its text alone, without pictures.");
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const [, slash, tag] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (++tags > MOST_TAGS) throw tooLong();
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

function tooLong(): Refusal {
  return new Refusal("This page is longer than minutes can be. Save its text alone, without pictures.");
}

/** Why a document is refused that holds more within one another than a program can follow. */
export function tooDeep(): Refusal {
  return new Refusal(
    "This document has hundreds of parts within one another. Save it anew from the program that made it.",
  );
}
