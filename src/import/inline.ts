import type { ElementContent } from "hast";
import { cleanWords, escapeWords } from "./escape.ts";

/** Some words in one dress. */
export interface Piece {
  readonly words: string;
  readonly strong: boolean;
  readonly em: boolean;
  /** Where they lead; null where they are no link. */
  readonly href: string | null;
  /** The line of the document that they stand on; null where that is not known. */
  readonly line: number | null;
}

/** A line of a paragraph, in pieces: `<br>` ends one. */
export type Line = readonly Piece[];

/** What the words of an element are dressed in beside what is around them. */
export type Dress = Omit<Piece, "words" | "line">;

export const PLAIN: Dress = { strong: false, em: false, href: null };

/** Joins pieces that stand in one dress, makes white space between pieces one space, and takes it off the ends. */
export function tidyLine(line: Line): Line {
  const tidy: Piece[] = [];
  for (const piece of line) {
    const last = tidy[tidy.length - 1];
    let words = cleanWords(piece.words);
    if (last === undefined || /\s$/.test(last.words)) words = words.replace(/^ +/, "");
    if (words === "") continue;
    // Space has no dress of its own, and would keep two words of one dress apart.
    const isSame =
      last !== undefined && last.href === piece.href && last.strong === piece.strong && last.em === piece.em;
    if (isSame || (last !== undefined && words === " "))
      tidy[tidy.length - 1] = { ...last, words: last.words + words };
    else tidy.push({ ...piece, words });
  }
  while (tidy.length > 0) {
    const last = tidy[tidy.length - 1]!;
    const words = last.words.trimEnd();
    if (words !== "") {
      tidy[tidy.length - 1] = { ...last, words };
      break;
    }
    tidy.pop();
  }
  return tidy;
}

/** The words of a tidy line, undressed. */
export function wordsOf(line: Line): string {
  return line.map(({ words }) => words).join("");
}

/** Whether every word of a tidy line is bold. */
export function isStrong(line: Line): boolean {
  return line.length > 0 && line.every((piece) => piece.strong || !/[\p{L}\p{N}]/u.test(piece.words));
}

/** A tidy line as Markdown. What begins it may still look like the beginning of a block. */
export function writeLine(line: Line): string {
  let text = "";
  for (const [index, piece] of line.entries()) {
    const before = text.slice(-1);
    const after = line[index + 1]?.words[0] ?? "";
    text += dress(piece, before, after);
  }
  return text;
}

function dress(piece: Piece, before: string, after: string): string {
  const [, lead, core, trail] = /^(\s*)(.*?)(\s*)$/s.exec(piece.words)!;
  if (core === "") return piece.words;
  const words = piece.href === null ? escapeWords(core!) : writeLink(core!, piece.href);
  const mark = `${piece.strong ? "**" : ""}${piece.em ? "*" : ""}`;
  const holds =
    mark !== "" &&
    flanks(core![0]!, lead === "" ? before : " ") &&
    flanks(core!.at(-1)!, trail === "" ? after : " ");
  return `${lead}${holds ? mark : ""}${words}${holds ? mark : ""}${trail}`;
}

/** Whether a mark between two characters is one that opens or closes emphasis towards the inner one. */
function flanks(inner: string, outer: string): boolean {
  if (outer === "*") return false;
  return /[\p{L}\p{N}]/u.test(inner) || outer === "" || /[\s\p{P}\p{S}]/u.test(outer);
}

function writeLink(words: string, href: string): string {
  const address = href
    .trim()
    .replace(
      /[\s()<>|\\"`*_]/g,
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
    );
  const isAddress =
    /^(?:https?:|mailto:|ftp:|[./\w-]+(?:[/.?#]|$))/i.test(address) &&
    !/^(?!https?:|mailto:|ftp:)[a-z]+:/i.test(address);
  if (!isAddress) return escapeWords(words);
  if (words === address && /^[a-z]+:/.test(address)) return `<${address}>`;
  return /[[\]]/.test(words)
    ? `${escapeWords(words)} (${escapeWords(address)})`
    : `[${escapeWords(words)}](${address})`;
}

/** A dress with what an element adds to it. */
export function dressOf(element: Extract<ElementContent, { type: "element" }>, around: Dress): Dress {
  const { tagName, properties } = element;
  const style = String(properties.style ?? "");
  const isStrongTag = tagName === "b" || tagName === "strong";
  const weight = /font-weight:\s*(bold(?:er)?|[6-9]00|normal|[1-5]00)/i.exec(style)?.[1];
  const strong = weight === undefined ? isStrongTag || around.strong : /^(?:bold|[6-9])/i.test(weight);
  const slant = /font-style:\s*(italic|oblique|normal)/i.exec(style)?.[1];
  const em = slant === undefined ? tagName === "em" || tagName === "i" || around.em : !/normal/i.test(slant);
  const href = tagName === "a" && typeof properties.href === "string" ? properties.href : around.href;
  return { strong, em, href: href?.startsWith("#") ? null : href };
}
