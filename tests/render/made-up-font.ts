import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SHIPPED =
  "@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf";
const NAMED = "Atkinson";

/** What the made-up font is called. */
export const OWN_FONT = "Quayside Hyperlegible Next";

/** A font by the name of `OWN_FONT`, or beginning with another word of as many letters, which has `中` where that of rrb has a note of music. */
export function makeUpFont(named = OWN_FONT.slice(0, NAMED.length)): Uint8Array {
  const font = Buffer.from(readFileSync(createRequire(import.meta.url).resolve(SHIPPED)));
  const ours = Buffer.from(NAMED, "utf16le").swap16();
  const theirs = Buffer.from(named, "utf16le").swap16();
  for (let at = font.indexOf(ours); at >= 0; at = font.indexOf(ours, at + 1)) theirs.copy(font, at);
  moveLetter(font, "♪".charCodeAt(0), "中".charCodeAt(0));
  return font;
}

/** Gives the glyph of one letter to another, in the map of a font in which it stands alone. */
function moveLetter(font: Buffer, from: number, to: number): void {
  const { ends, starts, deltas } = mapOf(font);
  const segment = starts.findIndex((at) => font.readUInt16BE(at) === from);
  font.writeUInt16BE(to, ends[segment]!);
  font.writeUInt16BE(to, starts[segment]!);
  font.writeInt16BE(font.readInt16BE(deltas[segment]!) + from - to, deltas[segment]!);
}

/** The letters of some words that a font lacks: it could but put marks beside other letters of its own. */
export function lettersMissing(font: Buffer, words: string): string[] {
  const { ends, starts } = mapOf(font);
  const has = (code: number) =>
    starts.some((at, segment) => font.readUInt16BE(at) <= code && code <= font.readUInt16BE(ends[segment]!));
  return [...new Set(words)].filter((letter) => letter.trim() !== "" && !has(letter.codePointAt(0)!));
}

/** Where a font's map of letters (`cmap`, format 4) has the end, the start and the shift of each of its segments. */
function mapOf(font: Buffer) {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, table) => 12 + 16 * table);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap")!;
  const cmap = font.readUInt32BE(entry + 8);
  const map = cmap + font.readUInt32BE(cmap + 8);
  const size = font.readUInt16BE(map + 6);
  const row = (from: number) => Array.from({ length: size / 2 }, (_, segment) => from + 2 * segment);
  const ends = map + 14;
  const starts = ends + size + 2;
  return { ends: row(ends), starts: row(starts), deltas: row(starts + size) };
}
