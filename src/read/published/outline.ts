import { type Plain, plainText, spanIn } from "../../markdown/plain-text.ts";
import { divide, type Heading, LOWEST_LEVEL, type Outline } from "../outline.ts";
import type { Passage } from "../passage.ts";
import type { Part } from "../section-parts.ts";
import { beginsAsOrder } from "./action-words.ts";
import { isMarkedHeading } from "./heading.ts";
import { firstLine, isBold, isPlainHeading } from "./heading-line.ts";
import { findItemActions } from "./item-actions.ts";
import { itemNumberOf, titleBeforeColon, withoutMeeting } from "./item-number.ts";
import { findNumberedHeadings } from "./item-sequence.ts";
import { unrollTables } from "./minutes-table.ts";
import { partParagraphs } from "./parting.ts";
import { publishedPartOf } from "./parts.ts";
import { findRunningHeads } from "./running-heads.ts";
import { findTitles } from "./title.ts";
import { findUnmarkedHeadings } from "./unmarked-heading.ts";
import { isLogAlone, isNoticeOfCancellation } from "./whole-document.ts";

/** Divides a note as it stands: plain lines and bold ones may be headings, and depth is noise. */
export function outlinePublishedNote(text: string, all: readonly Passage[]): Outline {
  const running = findRunningHeads(text, all);
  const kept = all.filter((passage) => !running.has(passage));
  const passages = partParagraphs(text, unrollTables(text, kept));
  const numbered = findNumberedHeadings(text, passages);
  const hasItems = numbered.size > 0;
  const isLog = !hasItems && isLogAlone(text, passages);
  const isNotice = !hasItems && isNoticeOfCancellation(text, passages);
  const hasUnnumberedItems = !hasItems && !isLog && !isNotice;
  const isUnmarked = isNotice ? () => false : findUnmarkedHeadings(text, passages, numbered);
  const titles = findTitles(text, passages, numbered);
  const inItems = findItemActions(text, passages, numbered);
  const parting = findParting(passages);
  let canList = true;
  // How deep the heading of a list of actions is, where deeper ones part that list.
  let above: number | null = null;
  const headingAt = (passage: Passage): Heading | null => {
    if (passage.kind === "row" || passage.isInActionColumn || titles.has(passage)) return null;
    const number = numbered.get(passage);
    const runIn = readRunIn(text, passage) ?? (number === undefined ? null : readTitle(text, passage));
    if (number !== undefined) return headingOf(text, passage, 2, number, true, runIn);
    if (inItems.has(passage)) return null;
    const plain = firstLine(text, passage);
    const isMarked = passage.kind === "heading" || isBold(text, passage) || runIn !== null;
    const part = publishedPartOf(runIn === null ? plain.text : plain.text.slice(0, runIn));
    const plays = part !== null && (part.kind !== "attendance" || canList);
    if (plays && (isMarked || isPlainHeading(plain.text, part))) {
      if (part.kind === "log" || part.kind === "next meeting") canList = false;
      const isItem = hasUnnumberedItems && isMarked && part.kind !== "attendance";
      const isParted = (part.kind === "log" || part.kind === "progress") && parting.has(passage);
      above = isParted ? passage.level : null;
      const level = isLog && part.kind === "log" ? 1 : isParted ? PARTED : LOWEST_LEVEL;
      return headingOf(text, passage, level, null, isItem, runIn);
    }
    if (isMarked ? isMarkedHeading(plain.text) || isOrderInBold(passage, plain.text) : !isUnmarked(passage))
      return null;
    if (above !== null && passage.kind === "heading" && passage.level > above)
      return headingOf(text, passage, LOWEST_LEVEL, null, false, runIn);
    const level = above !== null ? PARTED : passage.kind === "heading" && hasItems ? LOWEST_LEVEL : 6;
    above = null;
    return headingOf(text, passage, level, null, hasUnnumberedItems, runIn);
  };
  return divide(passages, headingAt, (title) => {
    const part = publishedPartOf(title);
    return part?.kind === "attendance" && isLog ? null : part;
  });
}

/** Above the headings that part a list of actions, and no deeper than any other heading. */
const PARTED = 5;

/** The headings with a deeper one right below them: `Actions`, and below it `Carried over`. */
function findParting(passages: readonly Passage[]): ReadonlySet<Passage> {
  return new Set(
    passages.filter(({ kind, level }, index) => {
      const next = passages[index + 1];
      return kind === "heading" && next?.kind === "heading" && next.level > level;
    }),
  );
}

/** `**Clerk to write to the bank.**` is a sentence, and no heading. */
function isOrderInBold({ kind }: Passage, line: string): boolean {
  return kind === "text" && /\.\s*$/.test(line) && beginsAsOrder(line);
}

/** Where the words begin behind the title of a numbered line that goes on: `4. Bookings: the hall is full.` */
function readTitle(text: string, passage: Passage): number | null {
  const line = firstLine(text, passage).text;
  if (passage.kind !== "text" || isBold(text, passage) || !/[.;,]$/.test(line.trim())) return null;
  return titleBeforeColon(line);
}

const RUN_IN = /^\s*(?<mark>\*\*|__)(?=\S)(?<label>(?:(?!\*\*|__).){2,80})\k<mark>(?<colon>\s*:)?\s*(?=\S)/;
const NO_HEADING =
  /^(?:due|due date|by|by when|deadline|owner|action owner|lead|who|status|update|note|nb|responsible|target date|date|date and time|time|venue|place|location|meeting|title|clerk|chair(?:man|person)?)$/i;

/** Where the words begin behind a title in bold that stands at the head of its own paragraph; null where none does. */
function readRunIn(text: string, passage: Passage): number | null {
  const line = passage.lines[0];
  if (line === undefined || passage.kind !== "text" || passage.marker !== null) return null;
  const match = RUN_IN.exec(text.slice(line.start, line.end));
  if (match === null) return null;
  const label = plainText(text, [{ start: line.start, end: line.start + match[0].length }]).text.trim();
  const bare = label.replace(/\s*:$/, "");
  if (NO_HEADING.test(bare) || isMarkedHeading(label.endsWith(":") ? label : `${label}:`)) return null;
  if (!label.endsWith(":") && publishedPartOf(bare)?.kind !== "attendance") return null;
  return firstLine(text, passage).text.indexOf(bare) + label.length;
}

/** A heading that may be the first line of a longer passage, or the first words of a line. */
function headingOf(
  text: string,
  passage: Passage,
  level: number,
  number: number | null,
  isItem: boolean,
  runIn: number | null = null,
): Heading {
  const plain = firstLine(text, passage);
  const cut = runIn ?? contentFrom(plain, publishedPartOf(plain.text));
  const span = spanIn(plain, 0, cut ?? plain.text.length);
  const title = plain.text
    .slice(0, runIn ?? plain.text.length)
    .trim()
    .replace(runIn === null ? /$^/ : /\s*:$/, "");
  const named = number === null ? { title, number } : { ...itemNumberOf(withoutMeeting(title)), number };
  const rest =
    cut === null
      ? passage.lines.slice(1)
      : [spanIn(plain, cut, plain.text.length), ...passage.lines.slice(1)];
  const restPassage: Passage | null =
    rest.length === 0
      ? null
      : {
          ...passage,
          kind: "text",
          level: 0,
          marker: null,
          lines: rest,
          span: { start: rest[0]!.start, end: passage.span.end },
        };
  return { ...named, isItem, level, span, rest: restPassage };
}

/** `Apologies: Ann Other` is heading and content in one. */
function contentFrom(plain: Plain, part: Part | null): number | null {
  return part === null || part.contentFrom === null || part.contentFrom >= plain.text.length
    ? null
    : part.contentFrom;
}
