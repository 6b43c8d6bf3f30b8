import type { PdfPage } from "./pdfjs.ts";

/** An element of a tagged PDF, such as `P` or `TD`. */
export interface Tag {
  readonly role: string;
  /** Elements, and the names of marked contents. */
  readonly children: readonly (Tag | string)[];
}

type Tree = Awaited<ReturnType<PdfPage["getStructTree"]>>;

/** What a heading is called. */
export const HEADING = /^(?:H[1-6]?|Title)$/;

/** A tree as deep as that was made to exhaust whoever walks it. */
const DEEPEST = 60;

/** The tags of a page; null where it has none. */
export function readTags(tree: Tree): Tag | null {
  return (tree ?? null) === null ? null : readTag(tree as unknown as RawTag, 0);
}

interface RawTag {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly RawTag[];
}

function readTag({ role, children }: RawTag, depth: number): Tag {
  const kept: (Tag | string)[] = [];
  for (const child of depth < DEEPEST ? (children ?? []) : []) {
    if (child.type === "content" && child.id !== undefined) kept.push(child.id);
    else if (child.role !== undefined) kept.push(readTag(child, depth + 1));
  }
  return { role: role ?? "", children: kept };
}

/** Elements whose words are not those of the block around them. */
const BLOCKS = new Set(
  "Document Part Sect Div Art BlockQuote TOC TOCI Index Aside Figure P L LI LBody Table TR Caption Note FENote".split(
    " ",
  ),
);

/** Whether an element is a block, or holds one. */
export function isBlockTag(tag: Tag): boolean {
  return BLOCKS.has(tag.role) || HEADING.test(tag.role) || tagsIn(tag).some(isBlockTag);
}

/** The elements right in an element. */
export function tagsIn(tag: Tag): Tag[] {
  return tag.children.filter((child) => typeof child !== "string");
}

/** The names of all marked contents of an element. */
export function marksOf(tag: Tag): string[] {
  return tag.children.flatMap((child) => (typeof child === "string" ? [child] : marksOf(child)));
}

/** Whether the tags tell of an element of some role. */
export function hasRole(tag: Tag, role: RegExp): boolean {
  return role.test(tag.role) || tagsIn(tag).some((child) => hasRole(child, role));
}
