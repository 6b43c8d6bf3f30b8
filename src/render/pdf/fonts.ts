import { Refusal } from "../../refusal.ts";
import type { OwnFile } from "../print.ts";

/** A font of a board's own, and what it is called. */
export interface OwnFont {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What a template may call it by: its families, of which the compiler knows one or more. */
  readonly families: readonly string[];
  /** What a PDF calls it by, its styles included. */
  readonly postScriptNames: readonly string[];
}

/** The ids of names in a font: of its family as old programs know it, as new ones do, and of the face in PostScript. */
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const POST_SCRIPT = 6;

/** A file of more fonts is none: the compiler would look for all of them. */
const MOST_FACES = 64;

/** A font with its names as its file has them. Throws a Refusal where the file is no font. */
export function nameFont({ path, bytes }: OwnFile): OwnFont {
  const names = readNames(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const called = (...ids: readonly number[]) => [
    ...new Set(
      names.filter(({ id, text }) => ids.includes(id) && /^\P{C}+$/u.test(text)).map(({ text }) => text),
    ),
  ];
  const families = called(TYPOGRAPHIC_FAMILY, FAMILY);
  if (families.length === 0) throw refuseFont(path);
  return { path, bytes, families, postScriptNames: called(POST_SCRIPT) };
}

/** Why a file in the folder of fonts is of no use. */
export function refuseFont(path: string): Refusal {
  return new Refusal(
    `\`${path}\` is no font that a PDF can take along. Put a .ttf or an .otf there, or remove it.`,
  );
}

interface FontName {
  readonly id: number;
  readonly text: string;
}

/** The names in a file of one font, or of several (`ttcf`); none where it is cut short, or is none. */
function readNames(file: DataView): FontName[] {
  try {
    if (tagAt(file, 0) !== "ttcf") return readNamesOf(file, 0);
    const count = file.getUint32(8);
    if (count > MOST_FACES) return [];
    return Array.from({ length: count }, (_, face) =>
      readNamesOf(file, file.getUint32(12 + 4 * face)),
    ).flat();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function readNamesOf(file: DataView, start: number): FontName[] {
  const tables = Array.from({ length: file.getUint16(start + 4) }, (_, table) => start + 12 + 16 * table);
  // Of a font that was cut short a letter might be blank, and nobody told.
  const isWhole = tables.every((at) => file.getUint32(at + 8) + file.getUint32(at + 12) <= file.byteLength);
  const entry = tables.find((at) => tagAt(file, at) === "name");
  if (entry === undefined || !isWhole) return [];
  const at = file.getUint32(entry + 8);
  const words = at + file.getUint16(at + 4);
  return Array.from({ length: file.getUint16(at + 2) }, (_, name) => at + 6 + 12 * name).map((record) => {
    // Names for a Macintosh have a byte a letter, all others two.
    const size = file.getUint16(record) === 1 ? 1 : 2;
    const from = words + file.getUint16(record + 10);
    const letters = Array.from({ length: file.getUint16(record + 8) / size }, (_, letter) =>
      size === 1 ? file.getUint8(from + letter) : file.getUint16(from + 2 * letter),
    );
    return { id: file.getUint16(record + 6), text: String.fromCharCode(...letters) };
  });
}

function tagAt(file: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((letter) => file.getUint8(at + letter)));
}
