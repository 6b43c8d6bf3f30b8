import type { Meeting, ProgressRow } from "../model/meeting.ts";
import { REFERENCE } from "../model/reference.ts";
import type { Disposition, State } from "../model/status.ts";
import { type Book, closeAction, reopenAction, resolveReference } from "./book.ts";
import { type FailedMove, findFailedMoves, type Targets } from "./moves.ts";
import type { Hearing, Report } from "./reports.ts";
import { addEntry, NONE, type RunningAction, type RunningGap, type Said } from "./running-action.ts";

/** The references that the account of a note counts, as booking meets them. */
export type Tally = Readonly<
  Record<"reopened" | "closed" | "withdrawn" | "moved" | "noUpdate" | "unaccounted", string[]>
>;

/** A note that is being booked: what its rows say of each action, and for which actions one sentence speaks. */
export interface Sitting {
  readonly book: Book;
  readonly meeting: Meeting;
  readonly hearings: ReadonlyMap<RunningAction, Hearing>;
  readonly blanketed: ReadonlySet<RunningAction>;
  readonly tally: Tally;
}

/** The moves of a note that do not take their action away. To be asked before anything of the note is booked. */
export function judgeMoves(sitting: Sitting): ReadonlyMap<RunningAction, FailedMove> {
  const wanted = new Map<RunningAction, Targets>();
  for (const [action, { holds }] of sitting.hearings) {
    if (holds?.state !== "moved" || holds.disposition.transferredTo !== null || action.state !== "open")
      continue;
    wanted.set(action, findTargets(sitting.book, holds.disposition));
  }
  if (wanted.size === 0) return new Map();
  return findFailedMoves({
    wanted,
    stateAfter: (action) => stateAfter(sitting, action),
    actionOf: (ref) => sitting.book.actions.get(ref) ?? null,
  });
}

/** Books what the rows of one action say. */
export function bookHearing(
  sitting: Sitting,
  action: RunningAction,
  hearing: Hearing,
  failure: FailedMove | null,
): void {
  const { book, meeting, tally } = sitting;
  const { rows, holds, others } = hearing;
  tellOfRows(sitting, action, rows);
  for (const other of others) addReport(sitting, action, other, other.state);
  if (holds === null) {
    if (action.entries.length === 0) addSilentRow(sitting, action, rows[0]!);
    return;
  }
  const { row, disposition, newOwners } = holds;
  const at = { meeting: meeting.id, ref: action.ref, row };
  const state = failure === null ? holds.state : "open";
  addReport(sitting, action, holds, state);
  heal(action, meeting);
  if (failure !== null) book.irregularities.push({ ...at, kind: "move fails", ...failure });
  if (newOwners !== null) {
    book.irregularities.push({ ...at, kind: "moved within the board", body: newOwners[0]! });
  }
  if (disposition.noUpdate) tally.noUpdate.push(action.ref);

  if (action.state === "open") {
    if (state === "open") return;
    closeAction(book, action, state, meeting.id, state === "moved" ? goal(book, disposition) : NONE);
    tally[state].push(action.ref);
  } else if (state === "open") {
    book.irregularities.push({ ...at, kind: "reopened", closedAt: action.closedAt! });
    reopenAction(book, action);
    tally.reopened.push(action.ref);
  } else book.irregularities.push({ ...at, kind: "closed again", closedAt: action.closedAt! });
}

/** Books what one sentence says of an action that no row speaks of. */
export function bookBlanket({ book, meeting, tally }: Sitting, action: RunningAction): void {
  const { says, reason, span } = meeting.blanket!;
  const closes = says === "all complete";
  const undertaking = { text: action.text, owners: [], due: null, dueText: null, span };
  const state = closes ? "closed" : "open";
  const told: Said = { kind: "reported", status: says, state, update: reason, noUpdate: !closes };
  addEntry(action, meeting, undertaking, told, book.keep);
  // A meeting that did not look at an action reports nothing on it: what an earlier note left open stays so.
  if (closes) heal(action, meeting);
  tally[closes ? "closed" : "noUpdate"].push(action.ref);
  if (closes) closeAction(book, action, "closed", meeting.id, NONE);
}

/** Books that a note says nothing of an action that was open before it: it stays open, and that is told. */
export function bookSilence({ book, meeting, tally }: Sitting, action: RunningAction): void {
  const last = action.entries.at(-1)!;
  if (last.meeting === meeting.id) return;
  const gap: RunningGap = {
    meeting: meeting.id,
    kind: "unaccounted",
    ref: action.ref,
    lastSeen: last,
    healedAt: null,
  };
  action.gaps = [...action.gaps, gap];
  book.irregularities.push(gap);
  tally.unaccounted.push(action.ref);
}

/** The first thing said of an action that no note at hand raised is that it was brought forward. */
function kindOf(action: RunningAction): "brought forward" | "reported" {
  return action.entries.length === 0 ? "brought forward" : "reported";
}

function addReport({ book, meeting }: Sitting, action: RunningAction, report: Report, state: State): void {
  const { row, disposition, newOwners } = report;
  const told: Said = {
    kind: kindOf(action),
    status: disposition.words,
    state,
    update: row.update,
    noUpdate: disposition.noUpdate,
  };
  addEntry(action, meeting, newOwners === null ? row : { ...row, owners: newOwners }, told, book.keep);
}

/** An action whose first row has no status is in the book all the same: it was open, and stays so. */
function addSilentRow({ book, meeting }: Sitting, action: RunningAction, row: ProgressRow): void {
  const nothing = { status: null, state: "open", update: row.update, noUpdate: false } as const;
  addEntry(action, meeting, row, { kind: kindOf(action), ...nothing }, book.keep);
}

function heal(action: RunningAction, meeting: Meeting): void {
  for (const gap of action.gaps) gap.healedAt ??= meeting.id;
}

function tellOfRows(sitting: Sitting, action: RunningAction, rows: readonly ProgressRow[]): void {
  const { book, meeting, blanketed } = sitting;
  const [first, ...more] = rows;
  for (const row of more) {
    book.irregularities.push({ meeting: meeting.id, kind: "two rows", ref: action.ref, row, first: first! });
  }
  if (blanketed.has(action)) return;
  for (const row of rows) {
    if (row.disposition !== null) continue;
    book.irregularities.push({ meeting: meeting.id, kind: "empty status", ref: action.ref, row });
  }
}

function findTargets(book: Book, disposition: Disposition): Targets {
  return disposition.targets.map((written) => {
    const ref = REFERENCE.exec(written)?.[0];
    return { written, action: ref === undefined ? null : resolveReference(book, ref) };
  });
}

/** Where a move leads: the references of its targets, or the body outside the board. */
function goal(book: Book, disposition: Disposition): readonly string[] {
  if (disposition.transferredTo !== null) return [book.keep.common(disposition.transferredTo)];
  return findTargets(book, disposition).map(({ action }) => action!.ref);
}

/** The state after the note of an action that stays where it is. */
function stateAfter({ meeting, hearings, blanketed }: Sitting, action: RunningAction): State {
  if (blanketed.has(action)) return meeting.blanket!.says === "all complete" ? "closed" : "open";
  const said = hearings.get(action)?.holds?.state;
  if (said === undefined || (action.state !== "open" && said !== "open")) return action.state;
  return said;
}
