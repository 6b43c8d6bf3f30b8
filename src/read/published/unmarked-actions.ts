import { type Plain, plainText, spanIn, squash } from "../../markdown/plain-text.ts";
import type { MarkedLine } from "../marked-line.ts";
import type { Names } from "../names.ts";
import { readLeadingOwners } from "../owners.ts";
import type { Passage } from "../passage.ts";
import type { Reading } from "../reading.ts";
import { beginsAsAction, beginsAsOrder } from "./action-words.ts";
import { statusOfBox } from "./box.ts";
import { sentenceStarts } from "./sentence.ts";

/** The actions of a paragraph that no word marks, but its looks: an arrow, bold, a name in the margin. */
export function findUnmarkedActions(passage: Passage, reading: Reading): MarkedLine[] {
  if (passage.kind !== "text") return [];
  const plain = plainText(reading.text, passage.lines);
  const pointed = pointedLines(plain, reading);
  if (pointed.length > 0) return pointed;
  // A box that nobody has ticked is before something that is still to be done.
  if (statusOfBox(passage, reading) === "open")
    return [lineOf(plain, squash(plain.text), 0, plain.text.length, null)];
  const owned = ownedSentences(plain, reading);
  return owned.length > 0 ? owned : boldOrder(plain, passage, reading);
}

const ARROW =
  /^[^\S\n]*(?:[\u2192\u21d2\u27a1\u2b95\u2794\u27a4\u27a2\u25ba\u25b6]\ufe0f?|[=-]{1,2}>|>{2,3})[^\S\n]*(?=\S)/gmu;

/** `→ Clerk to write to the bank`: each such line says who has to do what. */
function pointedLines(plain: Plain, reading: Reading): MarkedLine[] {
  const found = [...plain.text.matchAll(ARROW)];
  return found.flatMap(({ index, 0: arrow }, place) => {
    const from = index + arrow.length;
    const to = found[place + 1]?.index ?? plain.text.length;
    const text = squash(plain.text.slice(from, to));
    const isOrder =
      beginsAsOrder(text) || /^(?:all|every)\b.{0,40}\sto\s/i.test(text) || namesActor(text, reading);
    return isOrder ? [lineOf(plain, text, from, to, null)] : [];
  });
}

function namesActor(text: string, { names }: Reading): boolean {
  return readLeadingOwners(text, names).length > 0;
}

const MARGIN =
  /[.!?)\]]\s*(?:[([]\s*(?<bracket>[^()[\]\n]{1,60}?)\s*[)\]]|\s(?<bare>\p{Lu}[\p{L}.]{0,14}(?:\s*[,/&]\s*\p{Lu}[\p{L}.]{0,14}){0,3}))\.?\s*$/u;
const ORDERS = /\s(?:to|will|shall|must|should|needs?)\s+\p{Ll}/u;

/** `Broken gate. Clerk to have it mended. (Clerk)`: who stands behind the last sentence of a line has to do what it says. */
function ownedSentences(plain: Plain, { names }: Reading): MarkedLine[] {
  const found: MarkedLine[] = [];
  let above = 0;
  for (let at = 0; at < plain.text.length; ) {
    const lineEnd = plain.text.indexOf("\n", at) < 0 ? plain.text.length : plain.text.indexOf("\n", at);
    const match = MARGIN.exec(plain.text.slice(at, lineEnd));
    const owner = match?.groups?.bracket ?? match?.groups?.bare;
    if (match !== null && owner !== undefined && (areListed(owner, names) || ROLE.test(owner))) {
      const end = at + match.index + 1;
      const from = above + sentenceStarts(plain.text.slice(above, end)).at(-1)!;
      const text = squash(plain.text.slice(from, end)).replace(COUNT, "");
      if (ORDERS.test(text) || beginsAsAction(text)) found.push(lineOf(plain, text, from, lineEnd, owner));
      above = lineEnd + 1;
    }
    at = lineEnd + 1;
  }
  return found;
}

/** Who acts for any board, and stands in the margin under no other name. */
const ROLE = /^(?:the\s+)?(?:chair(?:man|woman|person)?|clerk|secretary|treasurer|head(?:teacher)?|all)$/i;
const COUNT = /^\(?[a-z\d]{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+(?=\p{Lu})/u;

function areListed(owners: string, names: Names): boolean {
  return owners.split(/\s*[,/&]\s*|\s+and\s+/).every((part) => names.lists(part));
}

/** `**Clerk to write to the bank.**`: a sentence in bold that gives somebody something to do. */
function boldOrder(plain: Plain, { lines }: Passage, reading: Reading): MarkedLine[] {
  const raw = reading.text.slice(lines[0]!.start, lines.at(-1)!.end).trim();
  const isBold = /^(\*\*|__)(?=\S)(?:(?!\1)[\s\S])+\1\.?$/.test(raw);
  const text = squash(plain.text);
  const { length } = plain.text;
  return isBold && beginsAsOrder(text) && namesActor(text, reading)
    ? [lineOf(plain, text, 0, length, null)]
    : [];
}

function lineOf(plain: Plain, text: string, from: number, to: number, brackets: string | null): MarkedLine {
  const span = spanIn(plain, from, from + plain.text.slice(from, to).trimEnd().length);
  const marker = { start: span.start, end: span.start };
  return { kind: "Action", number: null, cited: null, brackets, text, marker, textSpan: span, span };
}
