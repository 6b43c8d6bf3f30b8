import { detached } from "../source/kept.ts";

/** What has become of an action. */
export type State = "open" | "closed" | "withdrawn" | "moved";

export const STATES: readonly State[] = ["open", "closed", "withdrawn", "moved"];

/** The state that each known phrase means. `awaiting`, `escalated to` and the moves take what follows with them. */
const PHRASES: Readonly<Record<State, readonly string[]>> = {
  open: [
    "open",
    "not started",
    "started",
    "not yet due",
    "in progress",
    "in hand",
    "ongoing",
    "on going",
    "delayed",
    "overdue",
    "incomplete",
    "not complete",
    "not completed",
    "partially complete",
    "partially completed",
    "carried forward",
    "deferred",
    "on track",
    "plan in place",
    "initial stages",
    "on hold",
    "on the agenda",
    "verbal update",
    "proposed for closure",
    "no update",
    "outstanding",
    "still outstanding",
    "still open",
    "pending",
    "carried over",
    "c/f",
    "under way",
    "underway",
    "not done",
    "not yet done",
    "not yet complete",
    "not yet completed",
    "partly complete",
    "partly completed",
  ],
  closed: ["complete", "completed", "closed", "done", "implemented", "discharged", "actioned", "finished"],
  withdrawn: ["withdrawn", "cancelled", "no longer required", "not to be taken forward", "closed not done"],
  moved: [],
};

const OPENINGS: readonly (readonly [RegExp, State])[] = [
  [/^awaiting\s+\S/i, "open"],
  [/^escalated\s+to\s+\S/i, "open"],
  [/^superseded\s+by\s+\S/i, "moved"],
  [/^merged\s+into\s+\S/i, "moved"],
  [/^split\s+into\s+\S/i, "moved"],
  [/^transferred\s+to\s+\S/i, "moved"],
];

/** What one report says of an action. */
export interface Disposition {
  readonly state: State;
  /** The status as written, without the update that follows it. */
  readonly words: string;
  /** What follows the status, whole; null where nothing does. */
  readonly update: string | null;
  /** Whether rrb or the board knows the words. Unknown words leave the action open. */
  readonly known: boolean;
  /** `no update`: open, and counted apart. */
  readonly noUpdate: boolean;
  /** The references that a move names, as written. */
  readonly targets: readonly string[];
  /** The body that `transferred to` names, as written. */
  readonly transferredTo: string | null;
}

/** The words a board uses beside the known ones, with the state they mean. */
export type Vocabulary = ReadonlyMap<string, State>;

const KNOWN: Vocabulary = new Map(
  STATES.flatMap((state) => PHRASES[state].map((phrase) => [phrase, state] as const)),
);

/** Every phrase that rrb knows, without those that take words with them. */
export function knownPhrases(extra: Vocabulary): readonly string[] {
  return [...KNOWN.keys(), ...extra.keys()];
}

/** A phrase as it is looked up: lower case, one space, no hyphen within. */
export function normalisePhrase(words: string): string {
  return words
    .toLowerCase()
    .replace(/[-\u2010\u2011\s]+/g, " ")
    .trim();
}

/** Where a status ends and its update begins: a spaced dash, or one of `. , ; : (`. */
const END_OF_STATUS = /\s+[-\u2013\u2014]+(?:\s+|$)|\s*[.,;:](?=\s|$)\s*|\s*(?=\()/;

/** What a vocabulary makes of the words that were read by it: an archive says the same few of every action. */
const READ = new WeakMap<Vocabulary, Map<string, Disposition | null>>();
const MOST_READ = 1000;
const LONGEST_READ = 40;

/** Reads what a report says. An empty text is no report: null. */
export function readStatus(text: string, extra: Vocabulary): Disposition | null {
  if (text.length > LONGEST_READ) return readAnew(detached(text), extra);
  const read = READ.get(extra) ?? new Map<string, Disposition | null>();
  if (read.size === 0) READ.set(extra, read);
  const known = read.get(text);
  if (known !== undefined) return known;
  const own = detached(text);
  const found = readAnew(own, extra);
  if (read.size < MOST_READ) read.set(own, found);
  return found;
}

function readAnew(text: string, extra: Vocabulary): Disposition | null {
  const written = text.trim();
  if (written === "") return null;
  return readOpening(written) ?? readPhrase(written, extra) ?? unknown(written);
}

function readOpening(written: string): Disposition | null {
  for (const [pattern, state] of OPENINGS) {
    if (!pattern.test(written)) continue;
    // `split into 2020-01-21/3, 2020-01-21/4`: here a comma goes on with the list.
    const ends =
      state === "moved" ? /\s+[-\u2013\u2014]+(?:\s+|$)|\s*[.;:](?=\s|$)\s*|\s*(?=\()/ : END_OF_STATUS;
    const [words, update] = cut(written, ends);
    const object = words.replace(/^\S+\s+(?:to|by|into)\s+/i, "");
    const transferred = /^transferred/i.test(words);
    const targets =
      state === "moved" && !transferred ? object.split(/\s*(?:,|&|\band\b)\s*/).filter(Boolean) : [];
    return disposition(state, words, update, { targets, transferredTo: transferred ? object : null });
  }
  return null;
}

/** The longest known phrase at the start that the status may end after. */
function readPhrase(written: string, extra: Vocabulary): Disposition | null {
  const words = [...written.matchAll(/[\p{L}\p{N}'\u2019-]+/gu)];
  for (let count = Math.min(words.length, 8); count > 0; count--) {
    const last = words[count - 1]!;
    const end = last.index + last[0].length;
    const phrase = normalisePhrase(written.slice(0, end));
    const state = extra.get(phrase) ?? KNOWN.get(phrase);
    const rest = written.slice(end);
    if (state === undefined || !(rest === "" || END_OF_STATUS.exec(rest)?.index === 0)) continue;
    const [, update] = cut(rest, END_OF_STATUS);
    return disposition(state, written.slice(0, end), update, { noUpdate: phrase === "no update" });
  }
  return null;
}

function unknown(written: string): Disposition {
  const [words, update] = cut(written, END_OF_STATUS);
  return disposition("open", words, update, { known: false });
}

/** A text in two where the pattern first stands; the second is null where nothing is left. */
function cut(text: string, at: RegExp): [string, string | null] {
  const found = at.exec(text);
  if (found === null) return [text, null];
  const rest = text.slice(found.index + found[0].length).trim();
  return [text.slice(0, found.index), rest === "" ? null : rest];
}

function disposition(
  state: State,
  words: string,
  update: string | null,
  more: Partial<Disposition>,
): Disposition {
  return { state, words, update, known: true, noUpdate: false, targets: [], transferredTo: null, ...more };
}
