import type { Dropped, Imported } from "../imported.ts";
import { printBlocks } from "../print.ts";
import {
  remarkOn,
  remarkOnChanges,
  remarkOnComments,
  remarkOnHidden,
  remarkOnPictures,
  remarkOnStruck,
} from "../remarks.ts";
import { readWordBlocks } from "../word/blocks.ts";
import { noFinds, type WordFinds } from "../word/finds.ts";
import { readNumbering } from "../word/numbering.ts";
import { type Part, readWordParts, type WordParts } from "../word/parts.ts";
import { listParagraphs } from "../word/plain-words.ts";
import { rewritePart } from "../word/rewrite.ts";
import { readStyles } from "../word/styles.ts";
import { type RewrittenPart, readTree } from "../word/tree.ts";

/**
 * Reads a Word file as a reader sees it: with the numbers that Word writes itself, tracked changes taken as made,
 * footnotes behind what they belong to. Hidden text, comments, and the heads and feet of pages are listed as dropped.
 */
export async function importDocx(bytes: Uint8Array): Promise<Imported> {
  const parts = readWordParts(bytes);
  const styles = readStyles(parts.styles?.root ?? null);
  const countOn = readNumbering(parts.numbering?.root ?? null);
  const finds = noFinds();
  const rewritten: Record<string, RewrittenPart> = {};
  for (const name of ["document", "footnotes", "endnotes"] as const) {
    const part = parts[name];
    if (part === null) continue;
    rewritten[name] = { children: rewritePart(part.root, styles, countOn, finds), links: part.links };
  }
  const tree = readTree(rewritten);
  const printed = printBlocks(readWordBlocks(tree, finds.facts));
  const comments = parts.comments === null ? [] : listParagraphs(parts.comments.root, 1);
  return {
    ...printed,
    countedIn: "paragraph",
    dropped: [
      ...listOnce(parts.heads),
      ...finds.contents,
      ...finds.hidden,
      ...comments,
      ...listOnce(parts.feet),
    ],
    remarks: remark(finds, parts, tree.lostSigns),
  };
}

/** The words of the heads or feet of pages: those of several sections, of first pages and even ones, but once. */
function listOnce(parts: readonly Part[]): Dropped[] {
  const all = parts.flatMap(({ root }) => listParagraphs(root, 1));
  return [...new Map(all.map((line) => [line.text, line])).values()];
}

function remark(finds: WordFinds, { comments }: WordParts, lostSigns: number): string[] {
  const written = comments?.root.children.filter((child) => typeof child !== "string").length ?? 0;
  const { insertions, deletions, struck, inserted } = finds;
  return [
    ...remarkOnChanges(insertions + deletions),
    ...remarkOnComments(written),
    ...remarkOnHidden(finds.hidden),
    ...remarkOnStruck(struck),
    ...remarkOnPictures(finds.pictures),
    ...remarkOn(lostSigns, "A sign could not be read.", "% signs could not be read."),
    ...remarkOn(
      inserted,
      "Another file stands in this one, and was not read. Import it too.",
      "% other files stand in this one, and were not read. Import them too.",
    ),
  ];
}
