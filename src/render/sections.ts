import type { Heading, RootContent } from "mdast";
import { type Part, partOf } from "../read/section-parts.ts";
import { wordsOf } from "./nodes.ts";

/** The part that the section of a heading plays, by what its title contains; null where it plays none. */
export function partOfHeading(heading: Heading): Part | null {
  return partOf(wordsOf(heading).replace(/^\s*\d{1,3}\s*[.):]\s*/, ""));
}

/** The index of the first heading whose section plays a part; -1 where none does. */
export function findPart(nodes: readonly RootContent[], kind: Part["kind"]): number {
  return nodes.findIndex((node) => node.type === "heading" && partOfHeading(node)?.kind === kind);
}

/** Where the section of a heading ends: at the next heading that is no deeper. */
export function endOfSection(nodes: readonly RootContent[], heading: number): number {
  const { depth } = nodes[heading] as Heading;
  const next = nodes.findIndex(
    (node, index) => index > heading && node.type === "heading" && node.depth <= depth,
  );
  return next < 0 ? nodes.length : next;
}

/** Brings headings below a title of depth 1 into steps of one: none is deeper than the one before it by more. Empty ones go. */
export function levelHeadings(nodes: readonly RootContent[]): RootContent[] {
  let last = 1;
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== "heading") return [node];
    if (wordsOf(node).trim() === "") return [];
    last = Math.max(2, Math.min(node.depth, last + 1));
    return [{ ...node, depth: last as Heading["depth"] }];
  });
}
