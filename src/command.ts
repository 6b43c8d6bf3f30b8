import type { Day } from "./model/day.ts";
import { Refusal } from "./refusal.ts";
import { type Paint, PLAIN, paintFor } from "./report/colour.ts";
import { pipeBytes, print, type Shown } from "./report/untrusted.ts";
import { createFile } from "./workspace/create.ts";
import type { Output, World } from "./world.ts";

/** An argument or an option of a command, as its help shows it. */
export interface Word {
  /** As it is typed: `<ref>`, `[files...]`, `--owner <org>`. */
  readonly typed: string;
  /** What it does, in a few words without a full stop. */
  readonly says: string;
  /** What it may be: a day (ISO 8601), or one of these words. Free text where this is missing. */
  readonly takes?: "day" | readonly string[];
  /** Whether it may be given more than once. Its values then come as one text, each on a line of its own. */
  readonly repeats?: true;
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

/** What results are drawn on. */
export interface Sheet {
  readonly output: Output;
  readonly paint: Paint;
}

/** The sheet of a question: stdout as it is, or plain text where `--output` names a file. */
export async function layOutSheet({ world, options, noColor }: Question): Promise<Sheet> {
  if (options.output === undefined)
    return { output: world.stdout, paint: await paintFor(world, world.stdout, noColor) };
  return { output: { ...world.stdout, isTerminal: false, columns: undefined }, paint: PLAIN };
}

/** Hands a result over: on stdout, or in the new file that `--output` names. */
export function deliver({ world, options }: Question, text: Shown): void {
  const lines = text.shown.endsWith("\n") ? text.shown : `${text.shown}\n`;
  if (typeof options.output === "string") createFile(world, options.output, lines);
  else print(world.stdout, text);
}

/** Hands over a document that is no text: in the new file that `--output` names, or to whatever stdout is piped to. */
export function deliverBytes({ world, options }: Question, bytes: Uint8Array, ending: string): void {
  if (typeof options.output === "string") createFile(world, options.output, bytes);
  else if (!world.stdout.isTerminal) pipeBytes(world.stdout, bytes);
  else
    throw new Refusal(
      `A document of this format can't be shown on a terminal. Write \`--output FILE.${ending}\`, or pipe it on.`,
    );
}

/** `--output`, for commands whose result may go to a file. */
export const OUTPUT: Word = {
  typed: "-o, --output <file>",
  says: "write to a new file instead of the screen",
};
