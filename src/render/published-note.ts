import type { RootContent } from "mdast";
import { scanBlocks } from "../markdown/blocks.ts";
import { plainText, squash } from "../markdown/plain-text.ts";
import type { Board } from "../model/board.ts";
import type { Meeting } from "../model/meeting.ts";
import { findDays } from "../model/written-day.ts";
import type { Section } from "../read/outline.ts";
import type { Passage } from "../read/passage.ts";
import { readPassages } from "../read/passages.ts";
import { readPublishedForm } from "../read/published/form.ts";
import { findRunningHeads } from "../read/published/running-heads.ts";
import type { Span } from "../source/source-file.ts";
import type { FrontMatter } from "../yaml/front-matter.ts";
import { headingOf, spanOf } from "./nodes.ts";
import { cutStretch, findDefinitions, parseStretch } from "./stretch.ts";

/** What a note says that stands as it was published: its heads, its attendance and its typed log are the page's own. */
export function openPublishedNote(
  text: string,
  frontMatter: FrontMatter,
  meeting: Meeting,
  board: Board,
): RootContent[] {
  const passages = readPassages(text, scanBlocks(text, frontMatter.bodyStart));
  const { outline, leftOver } = readPublishedForm(text, passages, frontMatter, board);
  const running = [...findRunningHeads(text, passages)].map(({ span }) => span);
  const definitions = findDefinitions(text.slice(frontMatter.bodyStart));
  const parse = (from: number, to: number) =>
    parseStretch(cutStretch(text, from, to), definitions).filter((node) => !isWithin(node, running));
  const { sections, preamble } = outline;
  return [
    ...preamble.flatMap((passage) => openPreamble(text, passage, meeting)),
    ...sections.flatMap((section, index) => {
      if (section.part?.kind === "log") return [];
      const next = sections[index + 1];
      const to = next === undefined ? text.length : startOfLine(text, next.heading.start);
      const isAttendance = section.part?.kind === "attendance";
      const from = isAttendance
        ? startOfPassages(text, leftOver.get(section) ?? [], to)
        : endOfHeading(text, section.heading);
      const head = isAttendance ? [] : [headOf(section, from === section.heading.end ? text : null)];
      return [...head, ...(from < to ? parse(from, to) : [])];
    }),
  ];
}

function isWithin(node: RootContent, spans: readonly Span[]): boolean {
  const own = spanOf(node);
  return own !== null && spans.some(({ start, end }) => own.start < end && start < own.end);
}

/** What stands above the first section, but for what the page's own head says. */
function openPreamble(text: string, passage: Passage, { title, place, time }: Meeting): RootContent[] {
  const lines = passage.lines.filter((line) => {
    const words = squash(plainText(text, [line]).text);
    const isDated = findDays(words, null).some(({ day }) => day !== null);
    return words !== "" && !isDated && words !== title && words !== place && words !== time;
  });
  const markdown = lines.map(({ start, end }) => text.slice(start, end)).join("\n");
  return lines.length === 0 ? [] : parseStretch({ markdown, lineOffsets: null }, "");
}

/** The heading of a section; of its line the heading alone, where the text goes on behind it. */
function headOf(
  { title, heading, number, isItem, part, hasOwnPart }: Section,
  cut: string | null,
): RootContent {
  const words = (cut === null ? title : plainText(cut, [heading]).text).trim().replace(/\s*:$/, "");
  const isTop = isItem || (hasOwnPart && part?.kind === "next meeting");
  return headingOf(isTop ? 2 : 3, number === null ? words : `${number}. ${words}`);
}

function startOfPassages(text: string, [first]: readonly Passage[], none: number): number {
  return first === undefined ? none : startOfLine(text, first.span.start);
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the text of a section begins: on the line of its heading, where something stands behind that. */
function endOfHeading(text: string, { end }: Span): number {
  const lineEnd = text.indexOf("\n", end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (!/^[\s*_#:]*$/.test(rest)) return end;
  return lineEnd < 0 ? text.length : lineEnd + 1;
}
