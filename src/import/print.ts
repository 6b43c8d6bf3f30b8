import { append } from "../source/many.ts";
import type { Block, Entry, List, Paragraph } from "./block.ts";
import { escapeLine, escapeWords } from "./escape.ts";
import type { Imported, Origin } from "./imported.ts";
import { isStrong, type Line, wordsOf, writeLine } from "./inline.ts";
import { type Printed, printTable } from "./print-table.ts";
import { tabulate } from "./tabbed.ts";
import { unfoldBlocks } from "./unfold.ts";

const EMPTY: Printed = { text: "", line: null };

/** Blocks as the text of an import, and for each of its lines where it came from. */
export function printBlocks(blocks: readonly Block[]): Pick<Imported, "text" | "origins"> {
  const lines = join(print(tabulate(unfoldBlocks(blocks)), 0));
  return {
    text: lines.map(({ text }) => `${text}\n`).join(""),
    origins: [...lines.map(({ line }): Origin | null => (line === null ? null : { page: null, line }))],
  };
}

/** Blocks of Markdown with an empty line between them. */
function join(blocks: readonly (readonly Printed[])[]): Printed[] {
  return blocks.flatMap((lines, index) => (index === 0 ? lines : [EMPTY, ...lines]));
}

function print(blocks: readonly Block[], depth: number): Printed[][] {
  return blocks.flatMap((block): Printed[][] => {
    if (block.kind === "paragraph") return [printParagraph(block)];
    if (block.kind === "table") return [printTable(block)];
    if (block.kind === "list") return printList(block, depth);
    const words = escapeWords(wordsOf(block.line)).replace(/(^|\s)(#+)$/, "$1\\$2");
    return [[{ text: `${"#".repeat(block.level)} ${words}`, line: block.place }]];
  });
}

function printParagraph({ lines, place }: Paragraph): Printed[] {
  return lines.map((line) => ({ text: escapeLine(writeLine(line)), line: line[0]?.line ?? place }));
}

function printList(list: List, depth: number): Printed[][] {
  if (isOutline(list)) return list.entries.flatMap((entry) => print(labelled(entry), depth));
  const parts: Printed[][] = [];
  let isOpen = false;
  for (const entry of list.entries) {
    const marker = markerOf(entry.label);
    if (marker === null) {
      append(parts, print(labelled(entry), depth));
      isOpen = false;
      continue;
    }
    const entries = printEntry(entry, marker, depth);
    if (isOpen) append(parts[parts.length - 1]!, entries);
    else parts.push(entries);
    isOpen = true;
  }
  return parts;
}

/** Deeper lists go on at the same margin, or the margins would outgrow the words. */
const DEEPEST = 6;

function printEntry(entry: Entry, marker: string, depth: number): Printed[] {
  const isOwn = /^\d/.test(marker) || entry.label === null;
  const blocks = isOwn ? entry.blocks : labelled(entry);
  const [first, ...rest] = join(print(blocks, depth + 1));
  if (first === undefined) return [];
  if (depth >= DEEPEST) return [{ ...first, text: marker + first.text }, ...rest];
  const margin = " ".repeat(marker.length);
  return [
    { ...first, text: marker + first.text },
    ...rest.map((line) => (line.text === "" ? line : { ...line, text: margin + line.text })),
  ];
}

/** The marker of Markdown that a label becomes; null for a label that is words of its entry, such as `Action 7:`. */
function markerOf(label: string | null): string | null {
  if (label === null) return "- ";
  if (/^\d{1,9}[.)]$/.test(label)) return `${label} `;
  return /^(?:\(?[a-z]{1,5}[.)]|\(\d{1,3}\))$/i.test(label) ? "- " : null;
}

/** The blocks of an entry, its label become words. */
function labelled({ label, blocks, place }: Entry): readonly Block[] {
  const [first, ...rest] = blocks;
  if (label === null || label === "" || first === undefined) return blocks;
  const lines = first.kind === "paragraph" ? first.lines : first.kind === "heading" ? [first.line] : [[]];
  const isBold = lines[0] !== undefined && isStrong(lines[0]);
  const lead: Line = [{ words: `${label} `, strong: isBold, em: false, href: null, line: place }];
  const line = merge(lead, lines[0] ?? []);
  if (first.kind === "heading") return [{ ...first, line }, ...rest];
  if (first.kind === "paragraph") return [{ ...first, lines: [line, ...lines.slice(1)] }, ...rest];
  return [{ kind: "paragraph", place, lines: [lead] }, ...blocks];
}

function merge(lead: Line, line: Line): Line {
  const [first, ...rest] = line;
  const [label] = lead;
  if (
    first === undefined ||
    label === undefined ||
    first.strong !== label.strong ||
    first.em ||
    first.href !== null
  ) {
    return [...lead, ...line];
  }
  return [{ ...first, words: label.words + first.words }, ...rest];
}

/** Whether the entries of a list are the titles of what follows them: all bold, and followed by something. */
function isOutline({ entries }: List): boolean {
  const areTitles = entries.every(
    ({ label, blocks: [first] }) =>
      label !== null &&
      (first?.kind === "heading" ||
        (first?.kind === "paragraph" && first.lines.length === 1 && isStrong(first.lines[0]!))),
  );
  return areTitles && (entries.length === 1 || entries.some(({ blocks }) => blocks.length > 1));
}
