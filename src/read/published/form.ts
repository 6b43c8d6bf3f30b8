import { type Board, findOrganisation } from "../../model/board.ts";
import type { Day } from "../../model/day.ts";
import type { Attendee, Fault } from "../../model/meeting.ts";
import { findDays } from "../../model/written-day.ts";
import { append } from "../../source/many.ts";
import type { Located, Span } from "../../source/source-file.ts";
import { entryOf } from "../../source/yaml-node.ts";
import type { FrontMatter } from "../../yaml/front-matter.ts";
import { isChair } from "../attendee.ts";
import { readFields, textOf } from "../fields.ts";
import type { Form } from "../form.ts";
import { readMasthead } from "../masthead.ts";
import { knownNames } from "../names.ts";
import type { Outline, Section } from "../outline.ts";
import { lineOfText, type Passage, tableAt } from "../passage.ts";
import type { AttendanceList } from "../section-parts.ts";
import { readAttendance, runsOn } from "./attendance.ts";
import { partAttendanceTable } from "./attendance-table.ts";
import { withEarlierLists } from "./earlier-lists.ts";
import { outlinePublishedNote } from "./outline.ts";
import { takeParticulars } from "./particulars.ts";
import { readStanding } from "./standing.ts";

/** Takes apart a note as it was published: its text says when, where and who. */
export function readPublishedForm(
  text: string,
  passages: readonly Passage[],
  frontMatter: FrontMatter,
  board: Board,
): Form {
  const found = raiseParticulars(text, outlinePublishedNote(text, passages));
  const { title, dates, time, place, chair: named } = readMasthead(text, topOf(found));
  const published = readPublishedTitle(frontMatter);
  const statedDates = [...published.dates, ...dates];
  const outline = withEarlierLists(text, found, statedDates[0]?.value ?? null, board);
  const { lists, chair, leftOver, faults } = readLists(text, outline, board);
  return {
    outline,
    fields: {
      ...readFields(null, board),
      ...lists,
      ...readStanding(text, outline.preamble, title),
      ...{ time, place, chair: chair ?? idOf(named, board), title: published.title ?? title },
    },
    statedDates,
    leftOver,
    faults,
  };
}

/** The id of a body of the register, or the name as written. */
function idOf(name: string | null, board: Board): string | null {
  return name === null ? null : (findOrganisation(board, name)?.id ?? name);
}

/** The outline with what stands among the names, and says when or where the meeting was, at its top. */
function raiseParticulars(text: string, { preamble, sections }: Outline): Outline {
  const raised: Passage[] = [];
  const others = sections.map((section) => {
    if (section.part?.kind !== "attendance") return section;
    const { particulars, others: passages } = takeParticulars(text, section.passages);
    append(raised, particulars);
    return { ...section, passages };
  });
  return { preamble: [...preamble, ...raised], sections: others };
}

/** The top of a note: what stands before its first section, and the heading of a log that is the whole of it. */
function topOf({ preamble, sections }: Outline): readonly Passage[] {
  const [first] = sections;
  if (first?.part?.kind !== "log") return preamble;
  return [...preamble, lineOfText([first.heading], first.heading), ...first.passages.slice(0, 2)];
}

/** What published the note may hold its title, and in it the date. */
function readPublishedTitle({ node }: FrontMatter): { title: string | null; dates: readonly Located<Day>[] } {
  const entry = entryOf(node, "title");
  const title = textOf(entry);
  if (entry === null || title === null) return { title: null, dates: [] };
  const days = findDays(title, null).flatMap(({ day }) => (day === null ? [] : [day]));
  return { title, dates: days.map((value) => ({ value, span: entry.span })) };
}

interface Lists {
  readonly lists: Readonly<Record<AttendanceList, readonly Attendee[]>>;
  readonly chair: string | null;
  readonly faults: readonly Fault[];
  readonly leftOver: ReadonlyMap<Section, readonly Passage[]>;
}

/** What stands where nobody is named. */
const NOBODY =
  /^(?:(?:there were )?(?:none|nil|nobody|no one|no apologies)(?: (?:were )?(?:received|recorded|given|sent|noted))?|n\/?a|[-\u2013\u2014])\.?$/i;

/** Reads the lists that a published note heads `Present`, `Apologies` and the like. */
function readLists(text: string, outline: Outline, board: Board): Lists {
  const lists: Record<AttendanceList, Attendee[]> = {
    present: [],
    inAttendance: [],
    apologies: [],
    absent: [],
  };
  const leftOver = new Map<Section, readonly Passage[]>();
  const names = knownNames(board, []);
  const sections = outline.sections.filter(({ part }) => part?.kind === "attendance");
  const isRunOn = sections.some((section) => section.hasOwnPart && runsOn(text, section.passages, names));
  const hasPresent = sections.some(({ part }) => part?.kind === "attendance" && part.list === "present");
  let runOn: Span | null = null;
  for (const section of sections) {
    if (section.part?.kind !== "attendance") continue;
    const kept = withoutTables(text, section.passages, true, (into, rows) => {
      append(lists[into], readAttendance(text, rows, names, board, false).listed);
    });
    const { listed, also, sentWord, rest, ...reading } = readAttendance(text, kept, names, board, isRunOn);
    // Without a list of those present, "In attendance" is that list.
    const list = section.part.list === "inAttendance" && !hasPresent ? "present" : section.part.list;
    append(
      lists[list],
      listed.filter(({ as }) => !NOBODY.test(as)),
    );
    append(lists.inAttendance, also);
    // An item on apologies often says again who sent them.
    const known = new Set(lists.apologies.map(({ as }) => as));
    append(
      lists.apologies,
      sentWord.filter(({ as }) => !known.has(as)),
    );
    leftOver.set(section, rest);
    runOn ??= reading.runOn;
  }
  withoutTables(text, outline.preamble, false, (into, rows) => {
    append(lists[into], readAttendance(text, rows, names, board, false).listed);
  });
  const chair = [...lists.present, ...lists.inAttendance].find(isChair);
  return {
    lists,
    chair: chair?.name ?? chair?.organisation ?? null,
    faults: runOnFaults(runOn),
    leftOver,
  };
}

/** Hands on the rows of tables that tell by a column who was there; what is left stands as it stood. */
function withoutTables(
  text: string,
  passages: readonly Passage[],
  isNames: boolean,
  take: (list: AttendanceList, rows: readonly Passage[]) => void,
): readonly Passage[] {
  return passages.flatMap((passage, index) => {
    if (passage.kind !== "row") return [passage];
    if (passages[index - 1]?.table === passage.table) return [];
    const rows = tableAt(passages, index);
    const lists = partAttendanceTable(text, rows, isNames);
    for (const [list, listed] of lists ?? []) take(list, listed);
    return lists === null ? rows : [];
  });
}

function runOnFaults(runOn: Span | null): Fault[] {
  if (runOn === null) return [];
  const message = "Names run together here, with nothing between them.";
  return [{ rule: "organisation-is-known", span: runOn, message, advice: "Write one name a line." }];
}
