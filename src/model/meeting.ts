import type { Finding } from "../source/diagnostic.ts";
import type { Located, Span } from "../source/source-file.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import type { Day } from "./day.ts";
import type { Disposition } from "./status.ts";

/** An agenda is to come, a draft or confirmed note was held, a cancelled meeting is passed over. */
export type MeetingState = "agenda" | "draft" | "confirmed" | "cancelled";

export const MEETING_STATES: readonly MeetingState[] = ["agenda", "draft", "confirmed", "cancelled"];

/** Somebody on one of the attendance lists. */
export interface Attendee {
  /** A body of the register by its id, else as written; null where only a person is named. */
  readonly organisation: string | null;
  /** The person, where one is named. */
  readonly name: string | null;
  /** The whole entry as written. */
  readonly as: string;
  readonly span: Span;
}

/** An item of business. */
export interface Item {
  /** The number written before the title; null where none is. */
  readonly number: number | null;
  readonly title: string;
  /** The heading. */
  readonly span: Span;
  /** What stands under the heading, up to the next item. */
  readonly body: Span;
}

/** Who has to do something, and until when, as the note states it. Never guessed. */
export interface Undertaking {
  readonly text: string;
  /** Bodies of the register by id, else as written; the first is accountable. Empty where the note names nobody. */
  readonly owners: readonly string[];
  /** The day, where what is written is one. */
  readonly due: Day | null;
  /** The words that say when, as written. */
  readonly dueText: string | null;
  readonly span: Span;
}

/** An action first written at this meeting. */
export interface RaisedAction extends Undertaking {
  readonly ref: string;
  /** The number in the reference: as written, else from the typed log, else the next free one. */
  readonly number: number;
  /** The number that its own line bears, if any; differs from `number` where that was taken already. */
  readonly written: number | null;
  /** The number of the item under which it stands. */
  readonly item: number | null;
  /** Where its marker (`Action 1`) stands, without colon or brackets; empty at the row where a typed log alone raises it. */
  readonly marker: Span;
  /** Its row in the typed log. */
  readonly logRow: LogRow | null;
  /** Whether the typed log alone has it: no marked line repeats it. */
  readonly fromLog: boolean;
}

/** A row of an actions log that the note writes out. */
export interface LogRow extends Undertaking {
  readonly number: number | null;
  readonly disposition: Disposition | null;
}

/** What a note reports on an earlier action. */
export interface ProgressRow extends Undertaking {
  /** The full reference that the row cites, where it has one. */
  readonly cited: Located<string> | null;
  /** `accepted` in the Ref cell: these words are the action's new wording. */
  readonly accepted: boolean;
  /** The row's own number, where it bears one; such numbers start from 1 again at every meeting. */
  readonly number: number | null;
  /** The row's place among all rows of the note, from 1. */
  readonly place: number;
  /** What is reported; null where the status is empty, which is no report. */
  readonly disposition: Disposition | null;
  /** Where the status stands, or should stand. */
  readonly statusSpan: Span;
  /** The update, whole: what follows the status words, then the update column. */
  readonly update: string | null;
}

/** A heading under which earlier actions stand, up to the next heading. */
export interface ProgressSection {
  readonly title: string;
  /** The heading. */
  readonly span: Span;
  /** Where the last thing under it ends; the end of the heading where there is none. */
  readonly end: number;
}

/** One sentence that speaks for all earlier actions: `Actions: all complete`. */
export interface BlanketReport {
  readonly says: "all complete" | "not reviewed";
  /** The number in `all 12 complete`. */
  readonly count: number | null;
  readonly reason: string | null;
  readonly span: Span;
}

/** The words that decisions begin with, as a register of them says. */
export const DECISION_KINDS = ["Decision", "Agreed", "Resolved", "Endorsed", "Noted", "Recommended"] as const;

/** A decision, in the word that the note uses for it. */
export interface Decision {
  readonly ref: string;
  readonly number: number;
  readonly written: number | null;
  readonly kind: (typeof DECISION_KINDS)[number];
  readonly text: string;
  readonly item: number | null;
  readonly span: Span;
  readonly marker: Span;
}

/** What the board puts off: `Deferred: …` or `Forward plan: …`. */
export interface Deferral {
  readonly text: string;
  /** To when, where a day is named. */
  readonly to: Day | null;
  readonly item: number | null;
  readonly span: Span;
}

/** How and when a note was confirmed. */
export interface Confirmation {
  /** The id of the meeting that confirmed it. */
  readonly at: string | null;
  readonly on: Day | null;
  readonly by: string | null;
}

/** One meeting of the board, as its note tells it. */
export interface Meeting {
  /** The file's name without its ending: `2020-01-21`, or `2020-01-21-extraordinary`. */
  readonly id: string;
  readonly path: string;
  readonly date: Day | null;
  /** Every day on which this file says that it was held, with its place: front matter, title. */
  readonly statedDates: readonly Located<Day>[];
  /** `10:30-12:30`. */
  readonly time: string | null;
  readonly place: string | null;
  readonly title: string | null;
  readonly state: MeetingState;
  readonly chair: string | null;
  readonly present: readonly Attendee[];
  readonly inAttendance: readonly Attendee[];
  readonly apologies: readonly Attendee[];
  readonly absent: readonly Attendee[];
  readonly items: readonly Item[];
  readonly actions: readonly RaisedAction[];
  /** The typed log as it stands, its rows in order. */
  readonly log: readonly LogRow[];
  /** The heading of the typed log; null where there is none. */
  readonly logHeading: Span | null;
  readonly progress: readonly ProgressRow[];
  /** The heading of the first section on earlier actions; null where there is none. */
  readonly progressHeading: Span | null;
  /** Every section on earlier actions of a note in Markdown, those within it by themselves; in order. */
  readonly progressSections: readonly ProgressSection[];
  readonly blanket: BlanketReport | null;
  readonly decisions: readonly Decision[];
  readonly deferred: readonly Deferral[];
  readonly nextMeeting: Day | null;
  readonly confirmed: Confirmation | null;
  readonly movedTo: Day | null;
  readonly movedFrom: Day | null;
  readonly inquorate: boolean;
}

/** What reading noticed and could not take: a finding that already knows which rule it breaks. */
export interface Fault extends Finding {
  readonly rule: string;
}

/** A file read: the meeting in it, its front matter as it stands, and what was wrong with it. */
export interface Note {
  readonly path: string;
  readonly meeting: Meeting;
  /** The front matter, or the whole of a YAML file; null where there is none that can be read. */
  readonly frontMatter: YamlNode | null;
  readonly faults: readonly Fault[];
}
