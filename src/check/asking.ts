import type { Block } from "../markdown/block.ts";
import type { Board } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import { fingerprintOf } from "../model/fingerprint.ts";
import type { Note } from "../model/meeting.ts";
import { readFingerprint } from "../read/confirmations.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { append } from "../source/many.ts";
import { makeContext } from "./context.ts";
import { findIgnores, type Ignore } from "./ignores.ts";
import { bookedRows, type KeptNote } from "./kept-note.ts";
import { readProse } from "./prose.ts";
import type { BoardAtHand, BookedBoard, Context, NoteContext, Rule, RuleFinding } from "./rule.ts";
import { groupRules } from "./rule-group.ts";
import { withoutSilenced } from "./silence.ts";
import { gradeSet, stamp, stampInNote } from "./stamp.ts";

/**
 * Rules that are asked in two goes, so that no text need be kept: of each note as it is read, and of all notes once
 * they are booked. Neither go throws for what a file holds.
 */
export interface Inquiry {
  /** Asks what can be told of a note by itself. `blocks` are those of its text, where somebody has them already. */
  readonly askOf: (note: Note, text: string, blocks?: readonly Block[]) => void;
  /**
   * Asks what the books and other notes tell, and of files that are no notes. What both goes found comes in reading
   * order: by file name, then by place, then in the order of the rules.
   */
  readonly conclude: (booked: BookedBoard) => readonly Diagnostic[];
}

/** Whom an inquiry asks, and of what. */
export interface InquiryOptions {
  readonly board: Board;
  readonly today: Day;
  readonly rules: readonly Rule[];
  /** Whether a file is one of those that are asked about; all are where this is missing. */
  readonly isMeant?: (path: string) => boolean;
}

/** What is kept of the first go, for a note of which there is anything to keep. */
interface Heard {
  readonly told: readonly Diagnostic[];
  readonly ignores: readonly Ignore[];
}

/** Opens an inquiry into a board. */
export function openInquiry({ board, today, rules, isMeant = () => true }: InquiryOptions): Inquiry {
  const groupOf = groupRules(
    rules.filter((rule) => gradeSet(rule, board) !== "off"),
    board,
  );
  const heard = new Map<string, Heard>();
  const fingerprints = new Map<string, string>();
  const askOf: Inquiry["askOf"] = (note, text, blocks) => {
    const { path } = note;
    if (!isMeant(path)) return;
    const prose = readProse(note, text, blocks);
    const ignores = findIgnores(note, prose);
    const context: NoteContext = { board, today, rules, text, prose, ignores };
    const { ofFaults, alone } = groupOf(note);
    const told = tellFaults(note, ofFaults, board);
    for (const rule of alone) tellFindings(rule, rule.check!(note, context), note, board, told);
    if (told.length + ignores.length > 0) heard.set(path, { told, ignores });
    if (readFingerprint(note) !== null) fingerprints.set(path, fingerprintOf(text, path));
  };
  const conclude: Inquiry["conclude"] = (booked) => {
    const context = makeContext(booked, rules, fingerprints);
    const found = rules.flatMap((rule) => tellOfFiles(rule, context));
    for (const note of booked.notes) {
      if (!isMeant(note.path)) continue;
      const { told = [], ignores = [] } = heard.get(note.path) ?? {};
      const all = [...told];
      for (const rule of groupOf(note).booked)
        tellFindings(rule, rule.checkBooked!(note, context), note, board, all);
      append(found, ignores.length === 0 ? all : withoutSilenced(all, ignores, note, context));
    }
    return inReadingOrder(found, rules);
  };
  return { askOf, conclude };
}

/** Asks rules of a board that is at hand as a whole. */
export function askRules(
  atHand: BoardAtHand,
  rules: readonly Rule[],
  isMeant?: (path: string) => boolean,
): readonly Diagnostic[] {
  const { board, today, notes, text, ledger } = atHand;
  const inquiry = openInquiry({ board, today, rules, ...(isMeant && { isMeant }) });
  for (const note of notes) inquiry.askOf(note, text(note.path));
  const rows = new Map(notes.map(({ path, meeting }) => [path, bookedRows(meeting, ledger.bookedTo)]));
  return inquiry.conclude({ ...atHand, rowsOf: ({ path }) => rows.get(path) ?? [] });
}

function tellOfFiles(rule: Rule, context: Context): Diagnostic[] {
  const { board, boardFile } = context;
  if (gradeSet(rule, board) === "off") return [];
  const faults = (boardFile?.faults ?? []).filter((fault) => fault.rule === rule.id);
  return [
    ...faults.map((fault) => stamp(rule, board, boardFile!.path, fault)),
    ...[...(rule.checkFiles?.(context) ?? [])].map((found) => stamp(rule, board, found.path, found)),
  ];
}

/** What reading found in a note, told by the rules that it belongs to. */
function tellFaults(note: Note, rules: readonly Rule[], board: Board): Diagnostic[] {
  return note.faults.flatMap((fault) => {
    const rule = rules.find(({ id }) => id === fault.rule);
    return rule === undefined ? [] : [stampInNote(rule, board, note, fault)];
  });
}

/** Nobody reads more findings of one rule in one note; a file that is no note may have a hundred thousand. */
const MOST_TOLD = 1000;

/** Adds what a rule finds in a note to what is told of it. */
function tellFindings(
  rule: Rule,
  findings: Iterable<RuleFinding>,
  note: KeptNote,
  board: Board,
  told: Diagnostic[],
): void {
  let count = 0;
  // Nearly every rule finds nothing in nearly every note, so that what asks must cost little.
  for (const finding of findings) {
    const isLast = count++ === MOST_TOLD && !rule.conserves;
    told.push(stampInNote(rule, board, note, isLast ? thatThereAreMore(finding) : finding));
    if (isLast) break;
  }
}

/** What is told in place of one finding too many of a rule; what guards the ledger is told in full. */
function thatThereAreMore({ span }: RuleFinding): RuleFinding {
  const message = "There are more of these than rrb tells of in one note.";
  return { span, message, advice: "Mend those above first, then run rrb again." };
}

function inReadingOrder(found: readonly Diagnostic[], rules: readonly Rule[]): readonly Diagnostic[] {
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  return found.toSorted(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      places.get(a.rule)! - places.get(b.rule)!,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
