import type { Entry } from "../model/action.ts";
import { lastEntry } from "../model/action.ts";
import type { MeetingAccount } from "./account.ts";
import type { Ledger } from "./ledger.ts";

const COLUMNS = [
  "opening",
  "broughtForward",
  "reopened",
  "raised",
  "closed",
  "withdrawn",
  "moved",
  "carried",
  "noUpdate",
  "unaccounted",
  "reportedLate",
] as const;

/** How many actions stand in each list of an account; `closed` is closed alone. */
export type Figures = Readonly<Record<(typeof COLUMNS)[number], number>>;

export interface MeetingFigures extends Figures {
  readonly id: string;
}

/** An action of which the latest held note does not speak, and what was last said of it. */
export interface UnaccountedAction {
  readonly ref: string;
  readonly at: string;
  readonly lastSeenAt: string;
  readonly lastSeen: Entry;
}

/** What an auditor is told: every figure, and every action that nobody spoke of. */
export interface Certificate {
  readonly meetings: readonly MeetingFigures[];
  /** Of all meetings together: the first opening, the last carried, and the sums between. */
  readonly total: Figures;
  readonly unaccounted: readonly UnaccountedAction[];
}

/** Draws up the certificate. Books that do not balance are a fault in rrb, never in the minutes, and throw. */
export function certifyLedger(ledger: Ledger): Certificate {
  const { accounts } = ledger;
  assertConserved(accounts);
  const last = accounts.at(-1);
  const unaccounted = (last?.unaccounted ?? []).map((ref) => {
    const lastSeen = lastEntry(ledger.actions.get(ref)!);
    return { ref, at: last!.meeting, lastSeenAt: lastSeen.meeting, lastSeen };
  });
  const meetings = accounts.map((account) => ({ id: account.meeting, ...countAccount(account) }));
  return { meetings, total: addUp(meetings), unaccounted };
}

/**
 * Proves the law of every meeting: what it opened with, brought forward, reopened and raised is what it closed,
 * withdrew, moved and carried; and it opened with what the meeting before carried.
 */
export function assertConserved(accounts: readonly MeetingAccount[]): void {
  let carried: readonly string[] = [];
  for (const account of accounts) {
    const { opening, broughtForward, reopened, raised, closed, withdrawn, moved } = account;
    const into = [...opening, ...broughtForward, ...reopened, ...raised];
    const out = [...closed, ...withdrawn, ...moved, ...account.carried];
    if (!haveSame(opening, carried)) throw unbalanced(account, "does not open with what was carried");
    if (!haveSame(into, out)) throw unbalanced(account, "loses or invents an action");
    carried = account.carried;
  }
}

function unbalanced({ meeting }: MeetingAccount, how: string): Error {
  return new Error(`the account of ${meeting} ${how}`);
}

/** Whether two lists hold the same references, each as often. */
function haveSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  const sorted = others.toSorted();
  return some.toSorted().every((ref, index) => ref === sorted[index]);
}

function countAccount(account: MeetingAccount): Figures {
  const figures = COLUMNS.map((column) => [column, account[column].length]);
  return Object.fromEntries(figures) as Figures;
}

function addUp(meetings: readonly MeetingFigures[]): Figures {
  const sum = (column: keyof Figures) => meetings.reduce((total, figures) => total + figures[column], 0);
  const sums = Object.fromEntries(COLUMNS.map((column) => [column, sum(column)])) as Figures;
  return { ...sums, opening: meetings[0]?.opening ?? 0, carried: meetings.at(-1)?.carried ?? 0 };
}
