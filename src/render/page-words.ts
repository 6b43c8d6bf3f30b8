import type { Heading, Paragraph, RootContent } from "mdast";
import { formatDay } from "../model/day.ts";
import type { TemplateWords } from "../write/template.ts";
import { paragraphOf, wordsOf } from "./nodes.ts";
import type { Page } from "./page.ts";
import { partOfHeading } from "./sections.ts";

/** How a format prints the parts of a page that its template puts together. */
export interface Printer {
  /** What a heading or a paragraph holds, to stand where the template has one. */
  readonly line: (node: Heading | Paragraph) => unknown;
  /** What stands under a heading of depth 2; right below the title where `under` is null. */
  readonly blocks: (nodes: readonly RootContent[], under: Heading | null) => unknown;
}

/** A page with fewer sections than this needs no list of them. */
const MANY_SECTIONS = 6;

/** All that a template of a page may name; `docs/templates.md` tells what each is. */
export function pageWords(page: Page, { line, blocks }: Printer): TemplateWords {
  const [title, ...rest] = page.tree.children;
  const occasion = rest.slice(0, page.occasion);
  const business = rest.slice(page.occasion);
  const starts = business.flatMap((node, index) => (isSection(node) ? [index] : []));
  const ids = new Map(page.outline.map(({ heading, id }) => [heading, id]));
  const sections = starts.map((start, index) => {
    const heading = business[start] as Heading;
    return {
      id: ids.get(heading)!,
      title: line(heading),
      part: partOfHeading(heading)?.kind ?? null,
      content: blocks(business.slice(start + 1, starts[index + 1]), heading),
    };
  });
  const opening = business.slice(0, starts[0]);
  const heading = wordsOf(title!);
  const plain = (words: string | null) => (words === null ? null : line(paragraphOf(words)));
  return {
    title: plain(page.title),
    heading: line(title as Heading),
    document: plain(withoutBoard(heading, page.board)),
    board: plain(page.board),
    author: plain(page.author),
    kind: page.kind,
    language: page.language,
    date: page.day,
    day: formatDay(page.day),
    mark: plain(page.mark),
    occasion: occasion.map((node) => line(node as Paragraph)),
    opening: opening.length === 0 ? null : blocks(opening, null),
    contents: sections.length < MANY_SECTIONS ? [] : sections.map(({ id, title }) => ({ id, title })),
    sections,
  };
}

function isSection(node: RootContent): boolean {
  return node.type === "heading" && node.depth === 2;
}

/** `Minutes` of `Harbour Board: Minutes`. */
function withoutBoard(heading: string, board: string | null): string {
  const prefix = `${board}: `;
  return heading.startsWith(prefix) ? heading.slice(prefix.length) : heading;
}
