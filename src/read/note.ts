import type { Block } from "../markdown/block.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import { idOf } from "../model/file-name.ts";
import type { Note } from "../model/meeting.ts";
import { MEETING_ID } from "../model/reference.ts";
import { findDay } from "../model/written-day.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { FrontMatter } from "../yaml/front-matter.ts";
import { readBusiness } from "./business.ts";
import { isOwnFrontMatter } from "./fields.ts";
import { knownNames } from "./names.ts";
import { findNextMeeting } from "./next-meeting.ts";
import { readOwnForm } from "./own-form.ts";
import { readPassages } from "./passages.ts";
import { readPublishedForm } from "./published/form.ts";
import type { Reading } from "./reading.ts";
import { wholeMeeting } from "./whole-meeting.ts";

/**
 * Reads one note in Markdown, of which the blocks below its front matter are known: in rrb's own form, or as it was
 * published. Never fails; faults come with the note.
 */
export function readNote(
  { text, path }: SourceFile,
  frontMatter: FrontMatter,
  board: Board,
  blocks: readonly Block[],
): Note {
  const isOwnForm = frontMatter.faults.length > 0 || isOwnFrontMatter(frontMatter.node);
  const passages = readPassages(text, blocks);
  const readForm = isOwnForm ? readOwnForm : readPublishedForm;
  const { outline, fields, statedDates, leftOver, faults } = readForm(text, passages, frontMatter, board);
  const id = idOf(path);
  const date = fields.date?.value ?? dayOfId(id) ?? statedDates[0]?.value ?? null;
  const { present, inAttendance, apologies, absent } = fields;
  const names = knownNames(board, [...present, ...inAttendance, ...apologies, ...absent], !isOwnForm);
  const nextMeeting = fields.nextMeeting ?? findNextMeeting(text, outline, passages, date);
  const reading: Reading = { text, board, names, id, date, nextMeeting, isOwnForm };
  const { business, faults: more } = readBusiness(outline, leftOver, reading);
  // A published note that is called an agenda, and says what was agreed, is that of a meeting that was held.
  const wasHeld = !isOwnForm && business.actions.length + business.decisions.length > 0;
  const state = fields.state === "agenda" && wasHeld ? "draft" : fields.state;
  return {
    path,
    meeting: wholeMeeting({ id, path, date, statedDates, state, nextMeeting }, fields, business),
    frontMatter: frontMatter.node,
    faults: [...frontMatter.faults, ...faults, ...more],
  };
}

/** The day in a meeting's id; null where it is no such id. */
export function dayOfId(id: string): Day | null {
  return MEETING_ID.test(id) ? (findDay(id.slice(0, 10), null)?.day ?? null) : null;
}
