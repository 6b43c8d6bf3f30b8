import type { Day } from "./model/day.ts";
import type { World } from "./world.ts";

/** An argument or an option of a command, as its help shows it. */
export interface Word {
  /** As it is typed: `<ref>`, `[files...]`, `--owner <org>`. */
  readonly typed: string;
  /** What it does, in a few words without a full stop. */
  readonly says: string;
  /** What it may be: a day (ISO 8601), or one of these words. Free text where this is missing. */
  readonly takes?: "day" | readonly string[];
}

/** One question put to rrb: what was typed, and what surrounds it. */
export interface Question {
  readonly world: World;
  /** The arguments in order; those of `[files...]` one by one. */
  readonly words: readonly string[];
  /** The options given, by their long names in camel case: `asOf` for `--as-of`; true where they take no value. */
  readonly options: Readonly<Record<string, string | true | undefined>>;
  /** The folder that `--board` names, as typed; null where it names none. */
  readonly board: string | null;
  /** The day that `--today` or `RRB_TODAY` sets; null where the clock is to be asked. */
  readonly today: Day | null;
  /** Whether `--no-color` was given. */
  readonly noColor: boolean;
}

/** One command. Its file in `commands/` exports one such value, and `commands.ts` lists it. */
export interface Command {
  readonly arguments: readonly Word[];
  readonly options: readonly Word[];
  /** A command line to learn from, shown by `--help`. */
  readonly example: string;
  /** Answers on stdout and promises the exit code: 0 well, 1 the minutes need mending. Throws a Refusal for 2. */
  readonly run: (question: Question) => Promise<0 | 1>;
}
