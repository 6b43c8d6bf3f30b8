import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SHIPPED =
  "@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf";
const NAMED = "Atkinson";

/** What the made-up font is called. */
export const OWN_FONT = "Quayside Hyperlegible Next";

/** A font by the name of `OWN_FONT`, which has `中` where that of rrb has a note of music. */
export function makeUpFont(): Uint8Array {
  const font = Buffer.from(readFileSync(createRequire(import.meta.url).resolve(SHIPPED)));
  const ours = Buffer.from(NAMED, "utf16le").swap16();
  const theirs = Buffer.from(OWN_FONT.slice(0, NAMED.length), "utf16le").swap16();
  for (let at = font.indexOf(ours); at >= 0; at = font.indexOf(ours, at)) theirs.copy(font, at);
  moveLetter(font, "♪".charCodeAt(0), "中".charCodeAt(0));
  return font;
}

/** Gives the glyph of one letter to another, in the map of a font (`cmap`, format 4) in which it stands alone. */
function moveLetter(font: Buffer, from: number, to: number): void {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, table) => 12 + 16 * table);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap")!;
  const cmap = font.readUInt32BE(entry + 8);
  const map = cmap + font.readUInt32BE(cmap + 8);
  const count = font.readUInt16BE(map + 6);
  const ends = map + 14;
  const segment = Array.from({ length: count / 2 }, (_, index) => 2 * index).find(
    (index) => font.readUInt16BE(ends + index) === from,
  )!;
  const starts = ends + count + 2;
  const deltas = starts + count;
  font.writeUInt16BE(to, ends + segment);
  font.writeUInt16BE(to, starts + segment);
  font.writeInt16BE(font.readInt16BE(deltas + segment) + from - to, deltas + segment);
}
