import type { Carried, CarriedForward, OfferedItem } from "../ledger/carry-forward.ts";
import type { Board } from "../model/board.ts";
import { formatDay } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import { partOf } from "../read/section-parts.ts";
import type { SourceFile } from "../source/source-file.ts";
import { unreported, writeGroups } from "./groups.ts";
import { writeInline, writeTitle } from "./inline.ts";
import { PROGRESS_COLUMNS, writeCells } from "./rows.ts";
import { STANDING_ITEMS } from "./standing-items.ts";
import { fillTemplate, type TemplateWords } from "./template.ts";
import { writeYamlText } from "./yaml-text.ts";

/** What the next agenda is made of. */
export interface AgendaPlan {
  readonly board: Board;
  /** Its id: a day, and a word where one day has two meetings. */
  readonly id: string;
  /** The meeting before it; null for a board's first. */
  readonly last: Meeting | null;
  readonly carried: CarriedForward;
  /** Whether progress is a list rather than a table. */
  readonly asList: boolean;
}

/** What is read out before the actions are. */
const OPENS = /\b(?:welcome|introductions?|apolog|interests?|minutes|notes?\s+of)\b/i;
const MINUTES =
  /\b(?:minutes|notes?\s+of)\b.*\b(?:previous|last)\b|\b(?:previous|last)\s+(?:minutes|notes?)\b/i;
const CLOSES =
  /\b(?:any\s+other\s+business|aob|dates?\s+of\s+(?:the\s+)?(?:next|future)\s+meetings?|close)\b/i;

interface AgendaItem {
  readonly title: string;
  /** What stands in emphasis below the heading; null where nothing does. */
  readonly about: string | null;
  readonly holdsActions: boolean;
}

/** The next agenda as a template has it; of several blank lines in a row one is kept. Throws a Refusal for a mistake in it. */
export function writeAgenda(plan: AgendaPlan, template: SourceFile): string {
  const filled = fillTemplate(template, agendaWords(plan));
  return `${filled.trim().replace(/(?:[^\S\n]*\n){3,}/g, "\n\n")}\n`;
}

/**
 * All that a template of an agenda may name. Whatever a note wrote is Markdown (in the head: YAML) already: put where
 * it belongs, it can break neither a table nor the page.
 */
function agendaWords(plan: AgendaPlan): TemplateWords {
  const { board, id, last, carried, asList } = plan;
  const head = (words: string | null | undefined) => (words ? writeYamlText(words) : null);
  const line = (words: string | null) => (words === null ? null : writeInline(words));
  return {
    board: { name: line(board.name), short_name: line(board.shortName) },
    date: id.slice(0, 10),
    day: formatDay(id.slice(0, 10)),
    time: head(board.time ?? last?.time),
    place: head(board.place ?? last?.place),
    chair: head(last?.chair),
    items: listItems(plan).map((item, index) => ({
      number: index + 1,
      title: writeTitle(item.title),
      about: line(item.about)?.replace(/(?<!\\)\*/g, "\\*") ?? null,
      holds_actions: item.holdsActions,
    })),
    actions:
      carried.groups.length > 0 ? writeGroups(carried.groups, asList).join("\n") : "No action is open.",
    groups: carried.groups.map(({ title, actions }) => ({ title, rows: actions.map(rowWords) })),
  };
}

/** The standing items in order, and before the closing ones what was deferred and what was asked for. */
function listItems({ board, last, carried }: AgendaPlan): AgendaItem[] {
  const standing = board.standingItems.length > 0 ? board.standingItems : STANDING_ITEMS;
  const titles = withProgress(standing);
  const progress = findProgress(titles);
  const items = titles.map((title, index) => ({
    title,
    about: index === progress ? null : aboutMinutes(title, last),
    holdsActions: index === progress,
  }));
  const closing = items.findIndex(({ title }, index) => index > progress && CLOSES.test(title));
  return items.toSpliced(closing < 0 ? items.length : closing, 0, ...carried.offered.map(itemOffered));
}

function withProgress(titles: readonly string[]): readonly string[] {
  if (findProgress(titles) >= 0) return titles;
  const at = titles.findIndex((title) => !OPENS.test(title));
  return titles.toSpliced(at < 0 ? titles.length : at, 0, "Actions from previous meeting");
}

/** The item that holds the earlier actions: one that names them, else matters arising. */
function findProgress(titles: readonly string[]): number {
  const parts = titles.map((title) => partOf(title));
  const named = parts.findIndex((part) => part?.kind === "progress" && !part.mattersArising);
  return named >= 0 ? named : parts.findIndex((part) => part?.kind === "progress");
}

function aboutMinutes(title: string, last: Meeting | null): string | null {
  if (last?.date == null || last.state !== "draft" || !MINUTES.test(title)) return null;
  return `${formatDay(last.date)} · to confirm`;
}

function itemOffered({ title, lead, comesFrom }: OfferedItem): AgendaItem {
  const about = [...(lead === null ? [] : [`lead: ${lead}`]), ...comesFrom].join(" · ");
  return { title, about: about[0]!.toUpperCase() + about.slice(1), holdsActions: false };
}

/** The cells of a row by names that a template may use: `row.last_reported`. */
function rowWords(carried: Carried): TemplateWords {
  const columns = [...PROGRESS_COLUMNS.keys()];
  const cells = writeCells(unreported(carried), columns);
  return Object.fromEntries(columns.map((column, index) => [column.replace(" ", "_"), cells[index]!]));
}
