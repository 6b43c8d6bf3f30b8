import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Note } from "../model/meeting.ts";
import { findDay } from "../model/written-day.ts";
import { isOwnFrontMatter } from "../read/fields.ts";
import { readFrontMatterOf, readNoteFile } from "../read/note-file.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import type { FrontMatter } from "../yaml/front-matter.ts";
import type { Imported } from "./imported.ts";

/** A document read as the note of a meeting. */
export interface ReadDocument {
  /** As typed. */
  readonly path: string;
  readonly imported: Imported;
  /** Its text under the name that the note's file is to have: the date, or `undated` where none was found. */
  readonly source: SourceFile;
  readonly frontMatter: FrontMatter;
  readonly note: Note;
  /** What says the date: the document's text, its file's name, whoever imports it; null where nothing does. */
  readonly datedBy: "text" | "name" | "you" | null;
  /** The day in its file's name. */
  readonly named: Day | null;
  /** Whether it is in rrb's own form already. */
  readonly isOwnForm: boolean;
}

/** The name of a note without a date. */
export const UNDATED = "undated";

/** Reads a document by the one recogniser. `date` is what whoever imports it says; it goes before all else. */
export async function readDocumentAsNote(
  path: string,
  imported: Imported,
  board: Board,
  date: Day | null = null,
): Promise<ReadDocument> {
  const { text } = imported;
  const first = await readNoteFile(sourceFile(`${UNDATED}.md`, text), board);
  const named = dayInName(path);
  const day = date ?? first.meeting.date ?? named;
  const datedBy =
    date !== null ? "you" : first.meeting.date !== null ? "text" : named !== null ? "name" : null;
  const id = day === null ? UNDATED : idFor(day, path, first);
  const source = sourceFile(`${id}.md`, text);
  const note = day === null ? first : withDay(await readNoteFile(source, board), day);
  const frontMatter = await readFrontMatterOf(text);
  const isOwnForm = frontMatter.faults.length === 0 && isOwnFrontMatter(frontMatter.node);
  return { path, imported, source, frontMatter, note, datedBy, named, isOwnForm };
}

/** The day in a file's name: `2020-01-21 minutes.docx`, `Note of 21 January 2020.pdf`, `20200121_final.docx`. */
function dayInName(path: string): Day | null {
  const name = path.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const spaced = name.replace(/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/, "$1-$2-$3").replace(/_/g, " ");
  return findDay(spaced, null)?.day ?? null;
}

/** A meeting that its note, or the name of its file, calls extraordinary has a file beside the usual one of that day. */
function idFor(day: Day, path: string, { meeting }: Note): string {
  const name = path.replace(/^.*[\\/]/, "");
  return /(?<!\p{L})extraordinary(?!\p{L})/iu.test(`${meeting.title ?? ""} ${name}`)
    ? `${day}-extraordinary`
    : day;
}

/** The day that the file is named by is the meeting's, whatever else its text says. */
function withDay(note: Note, day: Day): Note {
  return note.meeting.date === day ? note : { ...note, meeting: { ...note.meeting, date: day } };
}
