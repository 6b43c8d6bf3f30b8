import type { Block, Entry } from "../../block.ts";
import { PLAIN, wordsOf } from "../../inline.ts";
import { cleanLabel, nest } from "../lines/label.ts";
import { divideIntoLines, joinWrapped } from "../lines/wrapped.ts";
import type { Piece } from "../sheet/pieces.ts";
import { type Tag, tagsIn } from "../sheet/tag.ts";
import { type Marked, type ReadHeld, takePieces } from "./marked.ts";

/** The list that an `L` holds; nothing where it holds no words. */
export function makeList(list: Tag, marked: Marked, read: ReadHeld): Block[] {
  const found: { entry: Entry; depth: number }[] = [];
  const collect = (tag: Tag, depth: number) => {
    for (const child of tagsIn(tag)) {
      if (child.role === "L") collect(child, depth + 1);
      else {
        const entry = makeEntry(child, marked, read);
        if (entry.blocks.length > 0) found.push({ entry, depth });
      }
    }
  };
  collect(list, 0);
  const entries = nest(found);
  return entries.length === 0 ? [] : [{ kind: "list", place: entries[0]!.place, entries }];
}

function makeEntry(tag: Tag, marked: Marked, read: ReadHeld): Entry {
  const label: Piece[] = [];
  const held = withoutLabel(tag, (part) => label.push(...takePieces(part, marked)));
  const blocks = read(held, { ...marked, looks: null });
  const [first, ...others] = blocks;
  const written = wordsOf(joinWrapped(divideIntoLines(label)));
  // Some programs print the label into the words.
  const own = first?.kind === "list" && first.entries.length === 1 ? first.entries[0]! : null;
  if (written === "" && own !== null) return { ...own, blocks: [...own.blocks, ...others] };
  const place = label[0] === undefined ? (first?.place ?? 0) : marked.placeOf(label[0]);
  if (written === "" || first !== undefined) return { label: cleanLabel(written), place, blocks };
  return { label: null, place, blocks: [wordsAlone(written, place)] };
}

function wordsAlone(words: string, place: number): Block {
  return { kind: "paragraph", place, lines: [[{ ...PLAIN, words, line: place }]] };
}

/** An entry without its label, which is handed over. */
function withoutLabel(tag: Tag, take: (label: Tag) => void): Tag {
  const children: (Tag | string)[] = [];
  for (const child of tag.children) {
    if (typeof child !== "string" && child.role === "Lbl") take(child);
    else children.push(typeof child === "string" || child.role === "L" ? child : withoutLabel(child, take));
  }
  return { ...tag, children };
}
