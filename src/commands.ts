import type { Command, Question } from "./command.ts";

/** A command on the shelf: only the one that is asked for is loaded. */
export interface ListedCommand {
  readonly name: string;
  /** What it is for, in one line of `rrb --help`. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** The commands, in the order in which `rrb --help` lists them. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: "init",
    summary: "set up a new board: its file and its first agenda",
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "actions",
    summary: "list the actions: all, open, overdue, by owner",
    load: async () => (await import("./commands/actions.ts")).actions,
  },
  {
    name: "action",
    summary: "tell the whole life of one action, or record how it stands",
    load: async () => (await import("./commands/action.ts")).action,
  },
  {
    name: "new-meeting",
    summary: "write the next agenda, with every open action",
    load: async () => (await import("./commands/new-meeting.ts")).newMeeting,
  },
  {
    name: "review",
    summary: "go through all open actions and record how each stands",
    load: async () => (await import("./commands/review.ts")).review,
  },
  {
    name: "start",
    summary: "turn an agenda into the draft note of its meeting",
    load: async () => (await import("./commands/start.ts")).start,
  },
  {
    name: "confirm",
    summary: "confirm a note, with its fingerprint",
    load: async () => (await import("./commands/confirm.ts")).confirm,
  },
  {
    name: "move-meeting",
    summary: "put a meeting on another day, with every reference to it",
    load: async () => (await import("./commands/move-meeting.ts")).moveMeeting,
  },
  {
    name: "check",
    summary: "find every fault in the notes",
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "explain",
    summary: "say what a rule holds and why",
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "audit",
    summary: "prove that no action was lost between two meetings",
    load: async () => (await import("./commands/audit.ts")).audit,
  },
  {
    name: "meetings",
    summary: "list the meetings, one line each",
    load: async () => (await import("./commands/meetings.ts")).meetings,
  },
  {
    name: "decisions",
    summary: "list every decision",
    load: async () => (await import("./commands/decisions.ts")).decisions,
  },
  {
    name: "render",
    summary: "print the minutes, the agenda or the log of a meeting",
    load: async () => (await import("./commands/render.ts")).render,
  },
  {
    name: "import",
    summary: "turn notes in Word, PDF and other forms into meeting files",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  {
    name: "completion",
    summary: "let a shell complete what is typed",
    load: async () => (await import("./commands/completion.ts")).completion,
  },
];

/** What bare `rrb` answers on a terminal: the board at a glance, or null where there is no board. */
export const loadGlance = async (): Promise<(question: Question) => Promise<0 | null>> =>
  (await import("./commands/glance.ts")).showGlance;
