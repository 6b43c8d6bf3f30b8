import { scanBlocks } from "../markdown/blocks.ts";
import { squash } from "../markdown/plain-text.ts";
import type { Meeting } from "../model/meeting.ts";
import { Refusal } from "../refusal.ts";
import type { Edit } from "../source/diagnostic.ts";
import { placeOf, type Span, sourceFile } from "../source/source-file.ts";
import { writeCell, writeInline } from "./inline.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** One reading of a correction: which words of an item give way to which. */
interface Amendment {
  readonly item: number;
  readonly wrong: string;
  readonly right: string;
}

/**
 * The edit that makes a correction, `3: for X read Y`, in the text of an item. Throws a Refusal where it is not written
 * so, where the item or the words are not there, or where they stand there more than once.
 */
export function correctionEdit(correction: string, meeting: Meeting, text: string): Edit {
  const readings = readCorrection(correction);
  const { item: number } = readings[0]!;
  const item = meeting.items.find((one) => one.number === number);
  if (item === undefined)
    throw new Refusal(
      `\`${meeting.path}\` has no item ${number}. Begin the correction with the number of one.`,
    );
  // Where `read` stands twice, the words themselves tell what is meant by it.
  const places = readings.map(({ wrong }) => findWords(text, item.body, wrong));
  const found = places.findIndex((spans) => spans.length > 0);
  const { wrong, right } = readings[Math.max(found, 0)]!;
  const [span, ...others] = places[Math.max(found, 0)]!;
  if (span === undefined)
    throw new Refusal(
      `Item ${number} of \`${meeting.path}\` does not say \`${wrong}\`. Write the words as they stand there.`,
    );
  if (others.length > 0) {
    const source = sourceFile(meeting.path, text);
    const lines = [span, ...others]
      .map(({ start }) => placeOf(source, start))
      .map(({ line, column }) => `${line}:${column}`);
    throw new Refusal(
      `Item ${number} of \`${meeting.path}\` says \`${wrong}\` at ${lines.join(", ")}. Write more of the words around the one that is meant.`,
    );
  }
  if (!/\.md$/i.test(meeting.path)) return { span, text: right };
  const isInTable = text.slice(startOfLine(text, span.start), endOfLine(text, span.end)).includes("|");
  return { span, text: isInTable ? writeCell(right) : writeInline(right) };
}

function readCorrection(correction: string): readonly Amendment[] {
  const [, number, wording] = /^\s*(\d{1,3})\s*:\s*for\s+(.+)$/is.exec(correction) ?? [];
  const readings = [...(wording ?? "").matchAll(/\s+read\s+/gi)].map((cut) => ({
    item: Number(number),
    wrong: unquote(wording!.slice(0, cut.index)),
    right: unquote(wording!.slice(cut.index + cut[0].length)),
  }));
  const whole = readings.filter(({ wrong, right }) => wrong !== "" && right !== "");
  if (whole.length > 0) return whole;
  throw new Refusal(
    `\`${correction}\` is no correction. Write it as \`3: for Monday read Tuesday\`, with the item first.`,
  );
}

function unquote(words: string): string {
  const line = squash(words);
  return /^(["'\u2018\u201c]).+["'\u2019\u201d]$/.test(line) ? line.slice(1, -1) : line;
}

/** Where words stand in a stretch of a text, as whole words; a line may break between any two of them. */
function findWords(text: string, { start, end }: Span, words: string): Span[] {
  const escaped = words.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join("\\s+")}(?![\\p{L}\\p{N}])`, "gu");
  return [...text.slice(start, end).matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** Whether two texts have the same blocks of Markdown, one by one: words were changed, and nothing was built or lost. */
export function haveSameBlocks(before: string, after: string): boolean {
  const kinds = (text: string) =>
    scanBlocks(text, 0).map(({ kind, level, parent }) => `${kind} ${level} ${parent}`);
  return kinds(before).join("\n") === kinds(after).join("\n");
}
