import type { Command, Word } from "../command.ts";
import { GLOBAL_OPTIONS } from "../command-line.ts";
import { COMMANDS } from "../commands.ts";
import { clean, print } from "../report/untrusted.ts";
import type { World } from "../world.ts";
import { type Candidate, completeValue, type Shells } from "./candidates.ts";

/** Where the cursor stands on a command line: what is typed before it, and the beginning of the word that it is in. */
interface Cursor {
  readonly before: readonly string[];
  readonly word: string;
}

/**
 * Answers a shell that completes a command line: one candidate a line, behind a tab what it means; or `:files` or
 * `:folders`. `typed` are the words after `rrb` up to the cursor. Whatever goes wrong, it says nothing.
 */
export async function completeLine(world: World, shell: string, typed: readonly string[]): Promise<0> {
  try {
    const quiet: World = { ...world, stderr: { ...world.stderr, write: () => {} } };
    const found = await complete(readCursor(shell, typed), quiet);
    const lines = typeof found === "string" ? [found] : found.map(writeCandidate);
    print(world.stdout, clean(lines.join("\n")));
  } catch {
    // The shell would print it into the line that is being typed.
  }
  return 0;
}

function writeCandidate({ value, says }: Candidate): string {
  return [value, says].map((part) => part.replace(/\s+/g, " ").trim()).join("\t");
}

/** Each shell hands the words over in a way of its own; a quote may be open in the word that is being typed. */
function readCursor(shell: string, typed: readonly string[]): Cursor {
  const words = typed.map((written) => {
    // PowerShell loses empty words, so its script puts a sign before each.
    const word = shell === "powershell" ? written.slice(1) : written;
    const bare = word.replace(/^(["'])(.*?)\1?$/s, "$2");
    return shell === "bash" ? bare.replace(/\\(.)/g, "$1") : bare;
  });
  if (shell !== "bash") return { before: words.slice(0, -1), word: words.at(-1) ?? "" };
  // Bash parts `--owner=MPS` into three.
  const word = words.at(-1) === "=" ? "" : (words.at(-1) ?? "");
  return { before: words.slice(0, -1).filter((part) => part !== "="), word };
}

async function complete({ before, word }: Cursor, world: World): Promise<readonly Candidate[] | Shells> {
  const { name, rest, board } = readBegun(before);
  const listed = COMMANDS.find((command) => command.name === name);
  const command = await listed?.load();
  const options = [...(command?.options ?? []), ...GLOBAL_OPTIONS];
  const [, flag, begun] = /^(--[a-z-]+)=(.*)$/s.exec(word) ?? [];
  const awaited = findOption(flag ?? before.at(-1), options);
  if (awaited !== undefined && takesValue(awaited)) {
    const values = await completeValue(awaited, board, world);
    if (typeof values === "string" || flag === undefined) return startingWith(values, word);
    return startingWith(values, begun!).map(({ value, says }) => ({ value: `${flag}=${value}`, says }));
  }
  const flags = options.map((option) => ({ value: longOf(option), says: option.says }));
  if (word.startsWith("-")) return startingWith(flags, word);
  if (name === null || name === "help") return startingWith(COMMANDS.map(tellCommand), word);
  const operands = command === undefined ? [] : operandsOf(rest, options);
  const argument = command === undefined ? undefined : argumentAt(command, operands.length);
  if (argument !== undefined) return startingWith(await completeValue(argument, board, world), word);
  return startingWith(flags, word);
}

function startingWith<Found extends readonly Candidate[] | Shells>(found: Found, begun: string): Found;
function startingWith(found: readonly Candidate[] | Shells, begun: string): readonly Candidate[] | Shells {
  if (typeof found === "string") return found;
  return found.filter(({ value }) => value.startsWith(begun));
}

function tellCommand({ name, summary }: (typeof COMMANDS)[number]): Candidate {
  return { value: name, says: summary };
}

/** What is typed so far: the command, what stands behind it, and the board that `--board` names. */
interface Begun {
  readonly name: string | null;
  readonly rest: readonly string[];
  readonly board: string | null;
}

function readBegun(words: readonly string[]): Begun {
  // `--board=DIR` is two words like any other.
  const parted = words.flatMap((word) => (word.startsWith("--board=") ? ["--board", word.slice(8)] : [word]));
  const at = parted.findIndex(
    (word, i) => !word.startsWith("-") && !takesValue(findOption(parted[i - 1], GLOBAL_OPTIONS)),
  );
  const named = parted.lastIndexOf("--board");
  return {
    name: parted[at] ?? null,
    rest: at < 0 ? [] : parted.slice(at + 1),
    board: named < 0 ? null : (parted[named + 1] ?? null),
  };
}

/** The words that are neither options nor their values. */
function operandsOf(words: readonly string[], options: readonly Word[]): readonly string[] {
  return words.filter((word, i) => !word.startsWith("-") && !takesValue(findOption(words[i - 1], options)));
}

function findOption(flag: string | undefined, options: readonly Word[]): Word | undefined {
  return options.find(({ typed }) => flag !== undefined && typed.split(/[ ,]+/).includes(flag));
}

function takesValue(option: Word | undefined): boolean {
  return option !== undefined && /[<[]/.test(option.typed);
}

function longOf({ typed }: Word): string {
  return /--[a-z-]+/.exec(typed)![0];
}

/** The argument that a command takes in this place; one with dots goes on for ever. */
function argumentAt({ arguments: all }: Command, index: number): Word | undefined {
  return all[index] ?? (all.at(-1)?.typed.includes("...") ? all.at(-1) : undefined);
}
