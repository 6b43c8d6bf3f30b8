import type { Piece } from "./sheet.ts";
import { isBlockTag, marksOf, type Tag, tagsIn } from "./tag.ts";
import { divideIntoLines } from "./words.ts";

/** How far to the right text goes that begins at a distance from the left, in points: as far as most wrapped paragraphs there. */
export function findEdges(
  tags: Tag,
  pieces: ReadonlyMap<string, readonly Piece[]>,
): (left: number) => number {
  const wrapped = paragraphsIn(tags).flatMap((paragraph) => {
    const lines = divideIntoLines(marksOf(paragraph).flatMap((mark) => pieces.get(mark) ?? []));
    const [first] = lines;
    if (first === undefined || lines.length < 2) return [];
    return [{ left: first.left, right: Math.max(...lines.map(({ right }) => right)), size: first.size }];
  });
  return (left) => {
    const rights = wrapped
      .filter((paragraph) => Math.abs(paragraph.left - left) < paragraph.size * 4)
      .map(({ right }) => right)
      .toSorted((a, b) => a - b);
    // A title above two columns runs on where their paragraphs end.
    const usual = rights[Math.floor(rights.length / 2)] ?? 0;
    return rights.findLast((right) => right - left < (usual - left) * 1.2) ?? usual;
  };
}

function paragraphsIn(tag: Tag): Tag[] {
  const inner = tagsIn(tag);
  return inner.some(isBlockTag) ? inner.flatMap(paragraphsIn) : [tag];
}
