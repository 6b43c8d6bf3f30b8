import { bookLedger, type Irregularity, type Ledger } from "../../src/ledger/ledger.ts";
import { BARE_BOARD, type Board } from "../../src/model/board.ts";
import type { BlanketReport, LogRow, Meeting, ProgressRow, RaisedAction } from "../../src/model/meeting.ts";
import { readStatus } from "../../src/model/status.ts";

type Stated = Partial<Pick<RaisedAction, "owners" | "due" | "dueText">>;

/** What a test says of a raised action; the number is its own. */
export type Raises = readonly [number: number, text: string, more?: Stated & { readonly log?: string }];

/** What a test says of a row: what stands in the Ref cell (a reference, a number, nothing), the action, the status. */
export type Row = readonly [ref: string | number | null, text: string, status: string, more?: Stated];

export interface NoteParts {
  readonly raises?: readonly Raises[];
  readonly rows?: readonly Row[];
  readonly blanket?: Partial<BlanketReport> & Pick<BlanketReport, "says">;
  readonly state?: Meeting["state"];
  readonly time?: string;
  readonly date?: string;
  readonly path?: string;
  readonly decides?: boolean;
}

/** A note of a meeting, held unless the parts say otherwise. */
export function note(id: string, parts: NoteParts = {}): Meeting {
  const { raises = [], rows = [], blanket } = parts;
  const nowhere = { start: 0, end: 0 };
  return {
    id,
    path: parts.path ?? `${id}.md`,
    date: parts.date ?? id.slice(0, 10),
    statedDates: [],
    time: parts.time ?? null,
    place: null,
    title: null,
    state: parts.state ?? "draft",
    chair: null,
    present: [],
    inAttendance: [],
    apologies: [],
    absent: [],
    items: [],
    actions: raises.map((raised, index) => raisedAction(id, raised, index)),
    log: [],
    logHeading: null,
    progress: rows.map((row, index) => progressRow(row, index)),
    progressHeading: rows.length > 0 ? nowhere : null,
    progressSections: [],
    blanket: blanket === undefined ? null : { count: null, reason: null, span: nowhere, ...blanket },
    decisions: parts.decides
      ? [
          {
            ref: `${id}/d1`,
            number: 1,
            written: 1,
            kind: "Agreed",
            text: "To meet again",
            item: 1,
            span: nowhere,
            marker: nowhere,
          },
        ]
      : [],
    deferred: [],
    nextMeeting: null,
    confirmed: null,
    movedTo: null,
    movedFrom: null,
    inquorate: false,
  };
}

function raisedAction(id: string, [number, text, more = {}]: Raises, index: number): RaisedAction {
  const span = { start: 1000 + index * 100, end: 1099 + index * 100 };
  const stated = { text, owners: [], due: null, dueText: null, span, ...more };
  const logRow: LogRow | null =
    more.log === undefined ? null : { ...stated, number, disposition: readStatus(more.log, new Map()) };
  const marker = { start: span.start, end: span.start };
  return {
    ...stated,
    ref: `${id}/${number}`,
    number,
    written: number,
    item: 1,
    marker,
    logRow,
    fromLog: false,
  };
}

function progressRow([ref, text, status, more = {}]: Row, index: number): ProgressRow {
  const span = { start: 10 + index * 10, end: 19 + index * 10 };
  const [cited, accepted] = typeof ref === "string" ? ref.split(" ") : [];
  const disposition = readStatus(status, new Map());
  return {
    text,
    owners: [],
    due: null,
    dueText: null,
    span,
    cited: cited === undefined ? null : { value: cited, span },
    accepted: accepted === "accepted",
    number: typeof ref === "number" ? ref : null,
    place: index + 1,
    disposition,
    statusSpan: span,
    update: disposition?.update ?? null,
    ...more,
  };
}

/** The books of some notes; the day is long after the last of them unless a test says otherwise. */
export function book(
  notes: readonly Meeting[],
  options: { readonly board?: Board; readonly today?: string; readonly asOf?: string } = {},
): Ledger {
  return bookLedger(notes, { board: BARE_BOARD, today: "2030-01-01", ...options });
}

/** What booking met of one kind. */
export function met<K extends Irregularity["kind"]>(
  ledger: Ledger,
  kind: K,
): Extract<Irregularity, { kind: K }>[] {
  return ledger.irregularities.filter(
    (other): other is Extract<Irregularity, { kind: K }> => other.kind === kind,
  );
}

/** The account of a meeting, the lists that are empty left out. */
export function accountOf(ledger: Ledger, meeting: string): Record<string, readonly string[]> {
  const account = ledger.accounts.find((other) => other.meeting === meeting);
  if (account === undefined) throw new Error(`no account of ${meeting}`);
  const { meeting: _id, ...lists } = account;
  return Object.fromEntries(Object.entries(lists).filter(([, refs]) => refs.length > 0));
}

/** A register of bodies, some of them gone. */
export const BOARD: Board = {
  ...BARE_BOARD,
  organisations: [
    {
      id: "MPS",
      name: "Metropolitan Police Service",
      also: ["Met Police"],
      member: true,
      until: null,
      became: null,
    },
    {
      id: "MOPAC",
      name: "Mayor's Office for Policing and Crime",
      also: [],
      member: true,
      until: null,
      became: null,
    },
    { id: "HT", name: "MOPAC Health Team", also: [], member: false, until: null, became: null },
    { id: "HMPPS", name: "Prison and Probation Service", also: [], member: true, until: null, became: null },
    { id: "LCJB", name: "London Criminal Justice Board", also: [], member: false, until: null, became: null },
    {
      id: "NPS",
      name: "National Probation Service",
      also: [],
      member: true,
      until: "2021-06-26",
      became: "Probation Service",
    },
    {
      id: "Probation Service",
      name: "The Probation Service",
      also: ["HMPPS Probation"],
      member: true,
      until: null,
      became: null,
    },
  ],
};
