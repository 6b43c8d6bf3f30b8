import type { Block } from "../block.ts";
import { findBody, rank, type Weighed } from "./heading.ts";
import { findLines } from "./line.ts";
import { type ReadPage, readTurned } from "./page.ts";
import { HEADING, hasRole } from "./tag.ts";
import { readTagged } from "./tagged.ts";

/** The blocks of each page as its tags tell them. */
export function readByTags(pages: readonly ReadPage[]): Block[][] {
  const headings: Weighed[] = [];
  const areTold = pages.some(({ sheet: { tags } }) => tags !== null && hasRole(tags, HEADING));
  const looks = areTold ? null : { body: findBody(pages.map(({ pieces }) => findLines(pieces))), headings };
  const read = pages.map(({ sheet, pieces }) => [...readTagged(sheet, pieces, looks), ...readTurned(sheet)]);
  return rank(read, headings);
}
