import { detached } from "../source/kept.ts";
import type { Day } from "./day.ts";
import type { State, Vocabulary } from "./status.ts";

/** A body that sits on the board, or is spoken of by it. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Other names it goes by. */
  readonly also: readonly string[];
  readonly member: boolean;
  /** The last day on which it existed under this name. */
  readonly until: Day | null;
  /** The id or name of what it became. */
  readonly became: string | null;
}

export interface Person {
  readonly initials: string | null;
  readonly name: string;
  readonly organisation: string | null;
}

/** What `board.yaml` says. A folder without one is read with `BARE_BOARD`. */
export interface Board {
  readonly name: string | null;
  readonly shortName: string | null;
  /** What the board calls its record: `Note of Meeting`, `Minutes`. */
  readonly documentTitle: string;
  readonly secretariat: string | null;
  readonly place: string | null;
  readonly time: string | null;
  /** An IANA time zone: what day it is when no `--today` is given. */
  readonly timeZone: string;
  /** How many members make a meeting quorate. */
  readonly quorum: number | null;
  readonly defaultDue: string | null;
  readonly standingItems: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  /** The words of this board's own for a status. */
  readonly statuses: Vocabulary;
  /** Rules by id, regraded or turned off (`off`). */
  readonly rules: ReadonlyMap<string, "error" | "warning" | "information" | "off">;
  /** Earlier notes are read and audited, but not checked for form. */
  readonly checkFrom: Day | null;
}

export const BARE_BOARD: Board = {
  name: null,
  shortName: null,
  documentTitle: "Minutes",
  secretariat: null,
  place: null,
  time: null,
  timeZone: "Europe/London",
  quorum: null,
  defaultDue: null,
  standingItems: [],
  organisations: [],
  people: [],
  statuses: new Map<string, State>(),
  rules: new Map(),
  checkFrom: null,
};

/** The body of the register that goes by exactly this name, case and white space aside. */
export function findOrganisation(board: Board, words: string): Organisation | null {
  const { byName, asked } = registerOf(board);
  const known = asked.get(words);
  if (known !== undefined) return known;
  const found = byName.get(foldName(words)) ?? null;
  if (asked.size < MOST_ASKED) asked.set(detached(words), found);
  return found;
}

/** The register as it is looked up. */
interface Register {
  readonly byName: ReadonlyMap<string, Organisation>;
  /** The same few names are asked for in every note of an archive, and folding one costs more than finding it. */
  readonly asked: Map<string, Organisation | null>;
}

const MOST_ASKED = 10_000;

/** A register follows from the list of bodies alone, so it is made once for each list. */
const REGISTERS = new WeakMap<readonly Organisation[], Register>();

function registerOf({ organisations }: Board): Register {
  const made = REGISTERS.get(organisations);
  if (made !== undefined) return made;
  const byName = new Map<string, Organisation>();
  for (const body of organisations) {
    for (const name of [body.id, body.name, ...body.also]) {
      if (!byName.has(foldName(name))) byName.set(foldName(name), body);
    }
  }
  const register = { byName, asked: new Map<string, Organisation | null>() };
  REGISTERS.set(organisations, register);
  return register;
}

/** The person of the board's list who goes by this name or these initials. */
export function findPerson(board: Board, words: string): Person | null {
  const wanted = foldName(words);
  return (
    board.people.find((person) => foldName(person.name) === wanted || person.initials === words.trim()) ??
    null
  );
}

/** A name as it is compared: lower case, straight apostrophes, one space, no leading article. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^the /, "");
}
