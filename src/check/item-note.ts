import type { Block } from "../markdown/block.ts";
import type { Item, Note } from "../model/meeting.ts";
import { entryOf, isEmptyScalar, type YamlNode } from "../source/yaml-node.ts";
import { indexFrom, isYaml } from "./place.ts";
import type { Prose } from "./prose.ts";

/** Whether a note in rrb's own form says anything under an item, headings and the line that describes it aside. */
export function hasNote(item: Item, note: Note, prose: Prose): boolean {
  return isYaml(note) ? hasNoteInYaml(item, note) : hasNoteBelow(item, prose);
}

/** The keys of an item that are no note of it. */
const DESCRIBES: ReadonlySet<string> = new Set(["title", "lead"]);

function hasNoteInYaml({ span, body }: Item, { frontMatter }: Note): boolean {
  const items = entryOf(frontMatter, "items");
  const all = items?.kind === "list" ? items.items : [];
  const node = all.find((other) => other.span === body || entryOf(other, "title")?.span === span);
  // A key that is misspelt is told as such: what it says was not left out.
  const said = node?.kind === "map" ? node.entries.filter(({ key }) => !DESCRIBES.has(key.value)) : [];
  return said.some(({ value }) => saysSomething(value));
}

/** Whether a line of hyphens makes a heading of what has no number: mostly it was meant for a line across the page. */
export function isUnderlined({ span, number }: Pick<Item, "span" | "number">, text: string): boolean {
  const words = text.slice(span.start, span.end);
  return number === null && /\n[ \t]*-+[ \t]*$/.test(words) && !/^\s*\d/.test(words);
}

function saysSomething(node: YamlNode | null): boolean {
  if (node?.kind === "list") return node.items.length > 0;
  return node !== null && !isEmptyScalar(node) && (node.kind === "map" || node.text.trim() !== "");
}

function hasNoteBelow({ span }: Item, { blocks, text }: Prose): boolean {
  const heading = indexFrom(blocks, span.start, ({ start }) => start);
  for (let index = heading + 1; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === "heading" && block.level <= 2)
      return isUnderlined({ span: block, number: null }, text);
    if (isContent(block, index === heading + 1, blocks, text)) return true;
  }
  return false;
}

function isContent(block: Block, isFirst: boolean, blocks: readonly Block[], text: string): boolean {
  const raw = () => text.slice(block.start, block.end);
  switch (block.kind) {
    case "paragraph":
      return !(isFirst && isDescription(raw()));
    case "row":
      // The first row of a table is its heading, and says nothing yet.
      return blocks[block.parent + 1] !== block;
    case "html":
      return !/^\s*<!--(?:(?!-->).)*-->\s*$/s.test(raw());
    case "code":
      return true;
    default:
      return false;
  }
}

/** `*Lead: MPS · Paper 2 · to note*` describes the item; a sentence in italics is a note. */
function isDescription(paragraph: string): boolean {
  return (
    /^([*_])(?!\1)[^\n]*\1$/.test(paragraph) &&
    /·|^.(?:lead|paper|to|for|deferred from|\d+ min)\b/i.test(paragraph)
  );
}
