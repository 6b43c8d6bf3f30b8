import type { Irregularity } from "../ledger/irregularity.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Repeat } from "../ledger/repeats.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { MeetingState, Note } from "../model/meeting.ts";
import type { Finding, Severity } from "../source/diagnostic.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import type { Ignore } from "./ignores.ts";
import type { BookedRow, KeptMeeting, KeptNote } from "./kept-note.ts";
import type { Prose } from "./prose.ts";

/** What a rule finds; it names a grade only where the rule itself grades such a case otherwise. */
export interface RuleFinding extends Finding {
  readonly severity?: Severity;
}

/** What a rule finds in a file that is no note: `board.yaml`, or one that can't be read. */
export interface FileFinding extends RuleFinding {
  readonly path: string;
}

/** A file of the board that could not be read, and why. */
export interface UnreadFile {
  readonly path: string;
  /** What is wrong with it: one short sentence. */
  readonly message: string;
  /** What to do about it: one short sentence. */
  readonly advice: string;
}

/** `board.yaml` as it stands; `node` is null where it can't be read as YAML. */
export interface BoardFile {
  readonly path: string;
  readonly node: YamlNode | null;
  /** What reading found wrong in it. */
  readonly faults: Note["faults"];
}

/** A ledger that knows no rows: they may have been let go. */
export type Books = Omit<Ledger, "bookedTo">;

/** All that is at hand of a board once it is booked; of its notes, what is kept of them. */
export interface BookedBoard {
  readonly board: Board;
  /** Null where the folder has none. */
  readonly boardFile: BoardFile | null;
  /** In the order of the meetings. */
  readonly notes: readonly KeptNote[];
  readonly unread: readonly UnreadFile[];
  readonly ledger: Books;
  /** What the rows of a note were booked to. */
  readonly rowsOf: (note: KeptNote) => readonly BookedRow[];
  readonly today: Day;
  /** The text of a file, without its byte-order mark. It may have to be read again: ask where something is found. */
  readonly text: (path: string) => string;
}

/** All that is at hand to be checked, every note of it whole. */
export interface BoardAtHand extends Omit<BookedBoard, "rowsOf"> {
  readonly notes: readonly Note[];
  readonly ledger: Ledger;
}

type OfKind<K extends Irregularity["kind"]> = Extract<Irregularity, { kind: K }>;

/** What a rule may ask while a note is read. */
export interface NoteContext {
  readonly board: Board;
  readonly today: Day;
  /** Every rule of the shelf. */
  readonly rules: readonly Rule[];
  /** The text of the note, without its byte-order mark. */
  readonly text: string;
  /** The ignores of the note. */
  readonly ignores: readonly Ignore[];
  /** What the note says in words, read once for all rules. */
  readonly prose: Prose;
}

/** What a rule may ask of a board that is booked. */
export interface Context extends BookedBoard {
  /** Every rule of the shelf. */
  readonly rules: readonly Rule[];
  /** What booking a note met, of one kind, in the order of the note. */
  readonly met: <K extends Irregularity["kind"]>(note: KeptNote, kind: K) => readonly OfKind<K>[];
  /** The actions that a note raises again. */
  readonly repeats: (meeting: KeptMeeting) => readonly Repeat[];
  /** The note of a meeting, by its id; the first where two files claim one. */
  readonly noteOf: (meeting: string) => KeptNote | undefined;
  /** The place of a note among `notes`. */
  readonly placeAmong: (note: KeptNote) => number;
  /** The place of a meeting among the accounts of the ledger; -1 where it has none. */
  readonly placeInBooks: (meeting: string) => number;
  /** The fingerprint of a note that bears one, worked out anew. */
  readonly fingerprint: (note: KeptNote) => string;
  /** What a note says in words, from its text. */
  readonly prose: (note: KeptNote) => Prose;
}

/** A small board to learn from: its files by name. In the bad one `[|marks|]` stand where the findings point. */
export interface Example {
  /** What day it is; where it does not matter, the day before the first meeting. */
  readonly today?: Day;
  readonly files: Readonly<Record<string, string>>;
}

/** Something that holds in a well-formed note: its manual, its test and its check in one. */
export interface Rule {
  /** The sentence of `summary` in kebab-case, cut short. It is never renamed: boards cite it. */
  readonly id: string;
  readonly severity: Severity;
  /** The grade in a confirmed note, where it is another. */
  readonly confirmed?: Severity;
  /** Whether it guards the ledger: such a rule (†) can be neither turned off nor regraded, and speaks of every note. */
  readonly conserves: boolean;
  /** The notes it speaks of. */
  readonly on: readonly MeetingState[];
  /** The boards it speaks of; every one where this is missing. */
  readonly where?: (board: Board) => boolean;
  /** Whether it asks how a note is written: only one in rrb's own form is asked, as no other knows of that. */
  readonly ofForm?: true;
  /** Whether it is asked only where a board grades it in its `board.yaml`. */
  readonly isOff?: true;
  /** What holds: one sentence. */
  readonly summary: string;
  /** Why it matters, in the words of whoever has to live with it. */
  readonly why: string;
  /** Whose guidance, or which incident, it comes from. */
  readonly source?: string;
  /** What `rrb check --fix` does about it: a sentence that goes on after those words. Missing where it does nothing. */
  readonly fixed?: string;
  readonly good: Example;
  readonly bad: Example;
  /** What is wrong in one note by itself, asked while it is read. What reading found (`note.faults`) is added by whoever asks. */
  readonly check?: (note: Note, context: NoteContext) => Iterable<RuleFinding>;
  /** What is wrong in one note by the books, or by other notes. */
  readonly checkBooked?: (note: KeptNote, context: Context) => Iterable<RuleFinding>;
  /** What is wrong in files that are no notes. */
  readonly checkFiles?: (context: Context) => Iterable<FileFinding>;
}

/** Agenda, draft and confirmed note; a cancelled meeting has nothing to report. */
export const AGENDA_OR_HELD: readonly MeetingState[] = ["agenda", "draft", "confirmed"];

/** A draft or a confirmed note: the meeting was held. */
export const HELD: readonly MeetingState[] = ["draft", "confirmed"];

/** Whatever its state. */
export const ANY_STATE: readonly MeetingState[] = ["agenda", "draft", "confirmed", "cancelled"];
