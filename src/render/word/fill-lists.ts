import { type Change, changeText, type Element, findElements } from "./elements.ts";
import { addPart, insertLast, readPart, relationsOf, writePart } from "./package.ts";
import type { Template } from "./template.ts";
import { WORD_SPACE, XML_HEAD } from "./xml.ts";

/** Adds the lists of a page to those of the template; gives how much higher their numbers are there. */
export function placeLists({ parts, body }: Template, printed: string): number {
  const path = relationsOf(parts, body).find(({ kind }) => kind === "numbering")?.target ?? null;
  const xml = path === null ? `${XML_HEAD}<w:numbering ${WORD_SPACE}></w:numbering>` : readPart(parts, path);
  const there = findElements(xml, "w:abstractNum", "w:num", "w:numIdMacAtCleanup");
  const numbers = there.flatMap(({ attributes }) => [
    Number(attributes["w:abstractNumId"] ?? 0),
    Number(attributes["w:numId"] ?? 0),
  ]);
  const offset = 1 + numbers.reduce((most, number) => Math.max(most, number), 0);
  const shifted = printed
    .replace(/ w15:\w+="[^"]*"/g, "")
    .replace(
      /(<w:abstractNum w:abstractNumId="|<w:num w:numId="|<w:abstractNumId w:val=")(\d+)/g,
      (_, tag, id) => {
        return tag + (Number(id) + offset);
      },
    );
  const made = findElements(shifted, "w:abstractNum", "w:num");
  const wordsOf = (name: string) =>
    made
      .filter((one) => one.name === name)
      .map(({ start, end }) => shifted.slice(start, end))
      .join("");
  // What lists look like stands before the lists, and the lists before what Word for Mac adds.
  const lists = there.find(({ name }) => name === "w:num");
  const mac = there.find(({ name }) => name === "w:numIdMacAtCleanup");
  const before = (next: Element | undefined, text: string): Change[] =>
    next === undefined ? [] : [{ start: next.start, end: next.start, text }];
  const changes = [...before(lists ?? mac, wordsOf("w:abstractNum")), ...before(mac, wordsOf("w:num"))];
  const looks = lists === undefined && mac === undefined ? wordsOf("w:abstractNum") : "";
  const rest = mac === undefined ? wordsOf("w:num") : "";
  const filled = insertLast(changeText(xml, changes), "w:numbering", looks + rest);
  if (path === null) addPart(parts, body, "numbering", filled);
  else writePart(parts, path, filled);
  return offset;
}
