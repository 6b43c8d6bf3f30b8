import { type Disposition, readStatus, type State, type Vocabulary } from "../../model/status.ts";

/** What people write of how an action stands, beside the words that rrb's own form knows. None of it closes an action in doubt. */
const WORDS: Readonly<Record<Exclude<State, "moved">, readonly string[]>> = {
  open: [
    "awaited",
    "still awaited",
    "waiting",
    "still waiting",
    "not yet",
    "not achieved",
    "no reply",
    "no reply yet",
    "no response",
    "no response yet",
    "to do",
    "still to do",
    "to be done",
    "half done",
    "part done",
    "partly done",
    "nearly done",
    "c/o",
    "cf",
    "b/f",
    "brought forward",
    "carried fwd",
    "c/fwd",
    "b/fwd",
    "continues",
    "continuing",
    "continued",
    "keep open",
    "remains open",
    "remain open",
    "remains outstanding",
    "in draft",
    "on order",
    "chasing",
    "progressing",
    "work in progress",
    "not begun",
    "not sent",
    "not yet sent",
    "not yet started",
  ],
  closed: [
    "close",
    "all done",
    "achieved",
    "now done",
    "now complete",
    "nfa",
    "no further action",
    "no further action required",
  ],
  withdrawn: ["no longer needed", "no longer applicable", "not needed", "dropped", "abandoned"],
};

const STATES = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** By a board's own words: those of other boards and its own, which go first. */
const JOINED = new WeakMap<Vocabulary, Vocabulary>();

/** The words that a board uses, and those of any other board. */
export function withPublishedWords(own: Vocabulary): Vocabulary {
  const joined =
    JOINED.get(own) ??
    new Map([...STATES.flatMap((state) => WORDS[state].map((words) => [words, state] as const)), ...own]);
  JOINED.set(own, joined);
  return joined;
}

/** A report that ends an action in words of other boards, with a word before them that rrb's own form knows. */
export function inOwnWords(report: Disposition | null, own: Vocabulary): Disposition | null {
  if (report === null || !report.known || report.state === "open") return report;
  if (readStatus(report.words, own)?.known) return report;
  const words = report.state === "closed" ? "Closed" : "Withdrawn";
  return { ...report, words, update: [report.words, report.update].filter(Boolean).join(" \u2013 ") };
}
