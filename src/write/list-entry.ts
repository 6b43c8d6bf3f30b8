import type { Block } from "../markdown/block.ts";
import { scanBlocks } from "../markdown/blocks.ts";
import type { ProgressRow } from "../model/meeting.ts";
import { readBrackets } from "../read/reading.ts";
import type { Span } from "../source/source-file.ts";
import { SAYS_WHEN } from "./rows.ts";
import { startOfLine } from "./tables.ts";

/** Where the parts of `- 2019-09-27/1 (MOPAC; 14 Oct 2019): Circulate the memorandum.` and what is below it stand. */
export interface ListEntry {
  /** What stands in the brackets behind the reference; null where there are none. */
  readonly brackets: Span | null;
  /** Where brackets belong: right behind the reference. */
  readonly afterRef: number;
  /** What stands behind `Status:`; null where there is no such line. */
  readonly status: Span | null;
  /** Where the entry's first paragraph ends, and how its lines are indented. */
  readonly paragraphEnd: number;
  readonly indent: string;
  /** Whether the update goes on in lines or paragraphs of its own. */
  readonly goesOn: boolean;
}

const STATUS = /^status[ \t]*:[ \t]*/i;
const LAST_REPORTED = /^last reported[ \t]*:/i;
const OTHER_LABEL = /^(?:update|owner|due|progress)[ \t]*:/i;

/** The entry of a list that begins with the reference which a row cites; null where the row has another form. */
export function findListEntry(text: string, { cited }: ProgressRow): ListEntry | null {
  if (cited === null) return null;
  const blocks = scanBlocks(text, startOfLine(text, cited.span.start));
  const first = blocks.findIndex(
    ({ kind, lines }) => kind === "paragraph" && lines[0]?.start === cited.span.start,
  );
  const item = blocks[first]?.parent ?? -1;
  if (blocks[item]?.kind !== "item" || first !== item + 1) return null;
  const paragraph = blocks[first]!;
  const within = blocks.filter(
    ({ kind, start }) => kind === "paragraph" && start >= paragraph.start && start < blocks[item]!.end,
  );
  return {
    ...findBrackets(text, paragraph),
    ...findStatus(text, within),
    paragraphEnd: paragraph.end,
    indent: " ".repeat(paragraph.start - startOfLine(text, paragraph.start)),
  };
}

function findBrackets(text: string, { start, end }: Block): Pick<ListEntry, "afterRef" | "brackets"> {
  const written = text.slice(start, end);
  const [ref] = /^[\w/-]+(?:\s+accepted\b)?/i.exec(written)!;
  const inside = /^\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(written.slice(ref.length));
  const afterRef = start + ref.length;
  if (inside === null) return { afterRef, brackets: null };
  const opens = afterRef + inside[0].indexOf("(") + 1;
  return { afterRef, brackets: { start: opens, end: opens + inside[1]!.length } };
}

function findStatus(text: string, paragraphs: readonly Block[]): Pick<ListEntry, "status" | "goesOn"> {
  const opens = (pattern: RegExp) => (line: Span) => pattern.test(text.slice(line.start, line.end));
  const block = paragraphs.find(({ lines }) => lines.some(opens(STATUS)));
  const isMore = (other: Block) =>
    other !== paragraphs[0] && other !== block && !opens(LAST_REPORTED)(other.lines[0]!);
  const goesOn = paragraphs.some((other) => isMore(other) || other.lines.some(opens(OTHER_LABEL)));
  const line = block?.lines.find(opens(STATUS));
  if (block === undefined || line === undefined) return { status: null, goesOn };
  const next = block.lines.find(
    (one) => one.start > line.start && (opens(OTHER_LABEL)(one) || opens(LAST_REPORTED)(one)),
  );
  const end = next === undefined ? block.end : text.slice(0, next.start).trimEnd().length;
  const start = Math.min(line.start + STATUS.exec(text.slice(line.start, line.end))![0].length, end);
  return { status: { start, end }, goesOn };
}

/** What brackets say once they name another owner, or another due date. */
export function writeBrackets(written: string | null, owner: string | null, due: string | null): string {
  const stated = readBrackets(written);
  const named = owner ?? stated.owner?.trim() ?? "";
  const until = due ?? stated.due?.trim() ?? "";
  if (until === "") return named;
  // Without an owner, only such a word tells that it is a time.
  if (named === "") return SAYS_WHEN.test(until) ? until : `by ${until}`;
  return `${named}; ${until}`;
}
