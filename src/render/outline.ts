import type { Heading, RootContent } from "mdast";
import { wordsOf } from "./nodes.ts";
import type { OutlineEntry } from "./page.ts";

/** The headings below the title of a page, each with an id that no other has. */
export function outlineOf(nodes: readonly RootContent[]): OutlineEntry[] {
  const taken = new Map<string, number>();
  const isBelowTitle = (node: RootContent): node is Heading => node.type === "heading" && node.depth > 1;
  return nodes.filter(isBelowTitle).map((heading) => {
    const words = wordsOf(heading).trim();
    const id = claim(idOf(words), taken);
    return { heading, id, words };
  });
}

/** The words of a heading, small and joined by hyphens. Its number is left out, since items move. */
function idOf(words: string): string {
  const title = words.replace(/^\d{1,3}\s*[.):]\s*/, "");
  return joined(title) || joined(words) || "section";
}

function joined(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The id, or where it is taken the first of `id-2`, `id-3`, … that is not. */
function claim(id: string, taken: Map<string, number>): string {
  let count = taken.get(id) ?? 0;
  let own = id;
  do own = ++count === 1 ? id : `${id}-${count}`;
  while (taken.has(own));
  taken.set(id, count);
  if (own !== id) taken.set(own, 1);
  return own;
}
