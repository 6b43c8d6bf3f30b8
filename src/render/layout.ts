import type { RootContent } from "mdast";
import type { Ledger } from "../ledger/ledger.ts";
import { isHeld } from "../ledger/order.ts";
import { type Day, formatDay, WEEKDAYS } from "../model/day.ts";
import type { Meeting, Note } from "../model/meeting.ts";
import { isOwnFrontMatter } from "../read/fields.ts";
import { readFrontMatterOf } from "../read/note-file.ts";
import { entryOf } from "../source/yaml-node.ts";
import { drawUpLog, layOutLog } from "./actions-log.ts";
import { keepOutline, showOpenActions } from "./agenda.ts";
import { type BookedRow, showEarlierActions } from "./earlier-actions.ts";
import { authorOf, layOutAttendance, layOutOccasion, titleOf } from "./front.ts";
import { findMarks, setMarks } from "./marks.ts";
import { bulletsOf, headingOf, paragraphOf, wordsOf } from "./nodes.ts";
import { outlineOf } from "./outline.ts";
import { openOwnNote } from "./own-note.ts";
import type { Page, PageKind } from "./page.ts";
import { openPublishedNote } from "./published-note.ts";
import { endOfSection, findPart, levelHeadings } from "./sections.ts";
import { bookUpTo, dayOf, type Subject } from "./subject.ts";
import { openYamlNote } from "./yaml-note.ts";

const DRAFT = "DRAFT – not yet confirmed";
const CANCELLED = "CANCELLED – this meeting was not held";

/** Lays out a page: what of a meeting is on it, and in which order. */
export async function layOutPage(subject: Subject, kind: PageKind): Promise<Page> {
  const { note, board } = subject;
  const { meeting } = note;
  const ledger = bookUpTo(subject, kind);
  const title = titleOf(kind, board, meeting);
  const body =
    kind === "action-log"
      ? layOutLog(drawUpLog(ledger, meeting.id), { depth: 2, day: dayOf(meeting), tellsUpdates: true })
      : await layOutBusiness(subject, kind, ledger);
  const occasion = layOutOccasion(meeting, board);
  const tree = [headingOf(1, title), ...levelHeadings([...occasion, ...tellCancellation(note), ...body])];
  return {
    kind,
    title: `${title}, ${formatDay(dayOf(meeting))}`,
    language: "en-GB",
    board: board.name,
    author: authorOf(board),
    day: dayOf(meeting),
    mark: markOf(meeting, kind),
    tree: { type: "root", children: tree },
    occasion: occasion.length,
    outline: outlineOf(tree),
  };
}

function markOf({ state }: Meeting, kind: PageKind): string | null {
  if (state === "cancelled") return CANCELLED;
  return state === "draft" && kind !== "agenda" ? DRAFT : null;
}

async function layOutBusiness(subject: Subject, kind: PageKind, ledger: Ledger): Promise<RootContent[]> {
  const { note, board } = subject;
  const { meeting } = note;
  const rows = meeting.progress.map((row) => ({ row, ref: ledger.bookedTo.get(row) ?? null }));
  const opened = await openNote(subject, rows);
  if (kind === "agenda") {
    const nodes = isHeld(meeting) ? keepOutline(opened) : opened;
    const attendance = isHeld(meeting) ? [] : layOutAttendance(meeting, board);
    return [...attendance, ...showOpenActions(nodes, meeting, ledger, dayOf(meeting))];
  }
  const log = layOutLog(drawUpLog(ledger, meeting.id), {
    depth: 3,
    day: dayOf(meeting),
    tellsUpdates: false,
  });
  return [
    ...layOutAttendance(meeting, board),
    ...tellNextMeeting(opened, meeting.nextMeeting),
    headingOf(2, "Actions log"),
    ...log,
    ...tellAftermath(note),
  ];
}

/** What the note itself says, in its own words and order. */
async function openNote(
  { note, source, board }: Subject,
  rows: readonly BookedRow[],
): Promise<RootContent[]> {
  const { meeting, frontMatter } = note;
  const { text, path } = source;
  if (!path.toLowerCase().endsWith(".md")) {
    return setMarks(openYamlNote(frontMatter, meeting, rows), findMarks(meeting, text), text);
  }
  const front = await readFrontMatterOf(text);
  const isOwn = front.faults.length > 0 || isOwnFrontMatter(front.node);
  const nodes = isOwn
    ? openOwnNote(text, front.bodyStart, meeting)
    : openPublishedNote(text, front, meeting, board);
  return setMarks(showEarlierActions(nodes, rows), findMarks(meeting, text), text);
}

/** Says when the board meets next, where the note's front matter alone knows it. */
function tellNextMeeting(nodes: readonly RootContent[], next: Day | null): RootContent[] {
  if (next === null) return [...nodes];
  const said = paragraphOf(`${WEEKDAYS[new Date(next).getUTCDay()]}, ${formatDay(next)}`);
  const heading = findPart(nodes, "next meeting");
  if (heading < 0) return [...nodes, headingOf(2, "Date of next meeting"), said];
  const end = endOfSection(nodes, heading);
  const isSaid = nodes.slice(heading + 1, end).some((node) => wordsOf(node).trim() !== "");
  return isSaid ? [...nodes] : [...nodes.slice(0, end), said, ...nodes.slice(end)];
}

/** That a meeting was not held, why, and when it is held instead. */
function tellCancellation({ meeting, frontMatter }: Note): RootContent[] {
  if (meeting.state !== "cancelled") return [];
  const moved = meeting.movedTo === null ? [] : [`The meeting was moved to ${formatDay(meeting.movedTo)}.`];
  const why = textsOf(frontMatter, "reason").map((words) => `Reason: ${words}`);
  return ["The meeting was cancelled.", ...why, ...moved].map((line) => paragraphOf(line));
}

/** What became of the note itself: how it was confirmed, and what was put right in it. */
function tellAftermath({ meeting, frontMatter }: Note): RootContent[] {
  const { state, confirmed } = meeting;
  const corrections = textsOf(frontMatter, "corrections");
  const day = confirmed?.at?.slice(0, 10) ?? confirmed?.on ?? null;
  const by = confirmed?.by === null || confirmed?.by === undefined ? "" : ` by ${confirmed.by}`;
  const isConfirmed = state === "confirmed" && day !== null;
  if (!isConfirmed && corrections.length === 0) return [];
  return [
    headingOf(2, corrections.length === 0 ? "Confirmation" : "Corrections"),
    ...(corrections.length === 0 ? [] : [bulletsOf(corrections)]),
    ...(isConfirmed ? [paragraphOf(`Confirmed${by} on ${formatDay(day)}.`)] : []),
  ];
}

function textsOf(frontMatter: Note["frontMatter"], key: string): string[] {
  const node = entryOf(frontMatter, key);
  const nodes = node?.kind === "list" ? node.items : [node];
  return nodes.flatMap((one) => (one?.kind === "scalar" && one.text.trim() !== "" ? [one.text.trim()] : []));
}
