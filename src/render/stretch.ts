import type { Definition, Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { cleanNodes } from "./clean.ts";

/** Some Markdown of a note, taken out of it to be printed. */
export interface Stretch {
  readonly markdown: string;
  /** The offset in the file of each line; null where the text does not stand in the file word for word. */
  readonly lineOffsets: readonly number[] | null;
}

const LINE_END = /(?<=\r\n|\n|\r(?!\n))/;

/** A part of a file, less the indentation that all of its lines have in common. */
export function cutStretch(text: string, from: number, to: number): Stretch {
  const lines = text.slice(from, to).split(LINE_END);
  const filled = lines.filter((line) => line.trim() !== "");
  const indent = Math.min(...filled.map((line) => line.search(/\S/)));
  const lineOffsets: number[] = [];
  let at = from;
  const cut = lines.map((line) => {
    const less = line.trim() === "" ? 0 : indent;
    lineOffsets.push(at + less);
    at += line.length;
    return line.slice(less);
  });
  return { markdown: cut.join(""), lineOffsets };
}

/**
 * Parses a stretch into nodes that hold nothing that could run: no HTML, no link that is more than a link. Their places
 * are offsets into the file; where those are not known they have none. `definitions` are those of the whole note.
 */
export function parseStretch({ markdown, lineOffsets }: Stretch, definitions: string): RootContent[] {
  const tree = fromMarkdown(`${markdown}\n\n${definitions}`, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  placeInFile(tree, lineOffsets);
  return cleanNodes(tree);
}

function placeInFile(node: Nodes, lineOffsets: readonly number[] | null): void {
  const { position } = node;
  if (position !== undefined) {
    for (const point of [position.start, position.end]) {
      point.offset = (lineOffsets?.[point.line - 1] ?? Number.NaN) + point.column - 1;
    }
    if (!(position.start.offset! >= 0 && position.end.offset! >= 0)) delete node.position;
  }
  if ("children" in node) for (const child of node.children) placeInFile(child, lineOffsets);
}

/** The definitions of links in a note, as they stand there. */
export function findDefinitions(text: string): string {
  if (!text.includes("]:")) return "";
  const isDefinition = (node: RootContent): node is Definition => node.type === "definition";
  return fromMarkdown(text)
    .children.filter(isDefinition)
    .map(({ position }) => text.slice(position!.start.offset, position!.end.offset))
    .join("\n\n");
}
