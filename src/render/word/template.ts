import { Refusal } from "../../refusal.ts";
import { openZip, unpackAll, type ZipFault } from "../../zip/unpack.ts";
import { findElements } from "./elements.ts";
import { type OpenParts, readPart, relationsOf, retype, typeOf } from "./package.ts";

/** A Word file of the secretariat's own, into which a page is put. */
export interface Template {
  readonly path: string;
  readonly parts: OpenParts;
  /** The path of its body. */
  readonly body: string;
  /** The width of its text, in twentieths of a point. */
  readonly width: number;
}

const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** What a file begins with that was locked by a password, or saved by a Word of before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Why a template cannot be taken apart, and the way out. */
const UNOPENED: Readonly<Record<ZipFault, readonly [string, string]>> = {
  damaged: ["is broken", "Open it in Word, and save it as a new .docx"],
  locked: [
    "is locked by a password, or was saved by an old Word",
    "Save it from Word as a .docx without a password",
  ],
  "too large": ["unpacks to more than a letterhead holds", "Make its pictures smaller, and save it anew"],
};

/** Opens a template: a .docx, or a .dotx. Throws a Refusal where it is neither, or can't be used as one. */
export function openTemplate({
  path,
  bytes,
}: {
  readonly path: string;
  readonly bytes: Uint8Array;
}): Template {
  const refuse = (wrong: string, advice: string) => new Refusal(`\`${path}\` ${wrong}. ${advice}.`);
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) {
    throw refuse(...UNOPENED.locked);
  }
  const noWord = refuse("is no Word file", "Save your template from Word as a .docx");
  const zip = openZip(bytes);
  if (zip === null) throw noWord;
  const parts = unpackAll(zip);
  if (typeof parts === "string") throw refuse(...UNOPENED[parts]);
  const open = new Map(parts);
  try {
    const body = relationsOf(open, "").find(({ kind }) => kind === "officeDocument")?.target ?? "";
    const type = typeOf(open, body);
    if (type.includes("macroEnabled")) throw refuse("holds macros", "Save it from Word as a .docx");
    if ((type !== DOCUMENT && type !== TEMPLATE) || !open.has(body)) throw noWord;
    retype(open, TEMPLATE, DOCUMENT);
    const [root] = findElements(readPart(open, body), "w:document");
    if (root?.attributes["xmlns:w"] !== WORD) {
      throw refuse("is in the strict form of Word", "Save it from Word as `Word Document (.docx)`");
    }
    return { path, parts: open, body, width: widthOf(readPart(open, body)) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuse(...UNOPENED.damaged);
  }
}

/** The width of the text on the last sheet, A4 with margins of an inch where it does not say. */
function widthOf(xml: string): number {
  const last = (name: string) => findElements(xml, name).at(-1)?.attributes ?? {};
  const [size, margins] = [last("w:pgSz"), last("w:pgMar")];
  const width =
    Number(size["w:w"] ?? 11906) - Number(margins["w:left"] ?? 1440) - Number(margins["w:right"] ?? 1440);
  return width >= 2000 ? width : 9026;
}
