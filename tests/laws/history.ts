/**
 * The history of a board, made up before any note of it is written: what was raised, and what each meeting said of it.
 * `keepBooks` is its own bookkeeping, on the events alone; it knows neither words nor notes nor rrb.
 */
export interface History {
  /** The wording of each action; an action is its index here. */
  readonly wordings: readonly string[];
  readonly sittings: readonly Sitting[];
  /** The actions that the coming agenda has a row for. */
  readonly agenda: readonly number[];
}

/** One meeting, as it went. */
export interface Sitting {
  readonly id: string;
  readonly time: string;
  /** `silent` has no section on earlier actions, and `cancelled` never was. */
  readonly went: "as usual" | "silent" | "all complete" | "not reviewed" | "cancelled";
  readonly told: readonly Told[];
  readonly raises: readonly { readonly action: number; readonly number: number }[];
  /** Whether rows without a reference bear a number of their own. */
  readonly isNumbered: boolean;
}

/** What was said of an action, and how its row names it. */
export interface Told {
  readonly action: number;
  readonly names: "by reference" | "by its words" | "nearly by its words";
  readonly status: string;
  readonly means: "open" | "no update" | "closed" | "withdrawn" | "moved";
  /** Where it moved: an action, a body outside the board, or an action that never was. */
  readonly to?: number | "a borough" | "nowhere";
}

/** The sets of references that a meeting ought to have. */
export type Books = Readonly<Record<(typeof LISTS)[number], ReadonlySet<string>>>;

export const LISTS = [
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

/** What the books of a history ought to say: by meeting, and which open actions the agenda forgets. */
export interface Expected {
  readonly meetings: ReadonlyMap<string, Books>;
  readonly references: ReadonlyMap<number, string>;
  readonly forgotten: ReadonlySet<string>;
}

/** The number of a row that has no reference: its own where the table is numbered, else its place. */
export function rowNumber(sitting: Sitting, row: number): number {
  return sitting.isNumbered ? 2 * row + 1 : row + 1;
}

/** Keeps the books of a history. */
export function keepBooks(history: History): Expected {
  const references = new Map<number, string>();
  const open = new Set<number>();
  const gaps = new Map<number, Set<string>[]>();
  const meetings = new Map<string, Books>();
  const name = (action: number) => references.get(action)!;

  for (const sitting of history.sittings) {
    if (sitting.went === "cancelled") continue;
    const books = Object.fromEntries(LISTS.map((list) => [list, new Set<string>()])) as Record<
      (typeof LISTS)[number],
      Set<string>
    >;
    const opening = [...open];
    for (const action of opening) books.opening.add(name(action));
    for (const { action, number } of sitting.raises) {
      references.set(action, `${sitting.id}/${number}`);
      books.raised.add(name(action));
      open.add(action);
    }
    for (const [row, { action }] of sitting.told.entries()) {
      if (references.has(action)) continue;
      references.set(action, `${sitting.id}/bf${rowNumber(sitting, row)}`);
      books.broughtForward.add(name(action));
      open.add(action);
    }

    const said = new Map<number, Told>();
    for (const told of sitting.told) {
      const before = said.get(told.action);
      const isOpen = told.means === "open" || told.means === "no update";
      const wasOpen = before?.means === "open" || before?.means === "no update";
      if (before === undefined || (isOpen && !wasOpen)) said.set(told.action, told);
    }
    const moves: Told[] = [];
    for (const [action, told] of said) {
      if (told.means === "no update") books.noUpdate.add(name(action));
      if (told.means === "open" || told.means === "no update") {
        if (!open.has(action)) books.reopened.add(name(action));
        open.add(action);
      } else if (open.has(action)) {
        if (told.means === "moved" && told.to !== "a borough") moves.push(told);
        else {
          books[told.means].add(name(action));
          open.delete(action);
        }
      }
    }
    for (const action of opening) {
      if (said.has(action)) continue;
      if (sitting.went === "all complete") {
        books.closed.add(name(action));
        open.delete(action);
      } else if (sitting.went === "not reviewed") {
        // Nobody looked at it, so a gap before this meeting is not made good by it.
        books.noUpdate.add(name(action));
        continue;
      } else {
        books.unaccounted.add(name(action));
        gaps.set(action, [...(gaps.get(action) ?? []), books.reportedLate]);
        continue;
      }
      said.set(action, { action, names: "by reference", status: "", means: "open" });
    }
    for (const { action, to } of moves) {
      if (typeof to !== "number" || !open.has(to)) continue;
      books.moved.add(name(action));
      open.delete(action);
    }
    for (const action of said.keys()) {
      for (const late of gaps.get(action) ?? []) late.add(name(action));
      gaps.delete(action);
    }
    for (const action of open) books.carried.add(name(action));
    meetings.set(sitting.id, books);
  }
  const forgotten = [...open].filter((action) => !history.agenda.includes(action)).map(name);
  return { meetings, references, forgotten: new Set(forgotten) };
}
