import { CommanderError, Command as CommandLine } from "commander";
import type { Command, Question, Word } from "./command.ts";
import { COMMANDS, type ListedCommand } from "./commands.ts";
import { isDay } from "./model/day.ts";
import { Refusal } from "./refusal.ts";
import { suggest } from "./source/nearest.ts";

/** `--board`, which names the folder of the board. */
export const BOARD: Word = {
  typed: "--board <dir>",
  says: "the folder of notes (else RRB_BOARD, else the nearest one upward)",
};

/** The options that every command takes. */
export const GLOBAL_OPTIONS: readonly Word[] = [
  BOARD,
  { typed: "--today <date>", says: "take this for today (else RRB_TODAY)" },
  { typed: "--no-color", says: "print without colour" },
  { typed: "--version", says: "print the version" },
  { typed: "--help", says: "print help: of rrb, or of a command" },
];

/** In columns: what is said of an option is wrapped to no less, however narrow the terminal. */
const LEAST_WIDTH = 16;

type Typed = Pick<Question, "words" | "options">;

/** The command line of rrb itself: its global options and the names of its commands. `width` is in columns. */
export function describeProgram(width: number): CommandLine {
  const program = commandLine("rrb", width)
    .usage("[options] <command>")
    .description("Keeps the minutes and actions of a board: no action is lost between two meetings.");
  for (const option of GLOBAL_OPTIONS) program.option(option.typed, option.says);
  for (const listed of COMMANDS) program.command(listed.name).summary(listed.summary);
  return program;
}

/** The command line of one command: its arguments and its options. */
export function describeCommand(listed: ListedCommand, command: Command, width: number): CommandLine {
  const line = commandLine(`rrb ${listed.name}`, width).description(sentence(listed.summary));
  for (const argument of command.arguments) line.argument(argument.typed, sayWithChoices(argument));
  for (const option of command.options) {
    const says = sayWithChoices(option);
    if (option.repeats) line.option(option.typed, says, addLine);
    else line.option(option.typed, says);
  }
  return line;
}

function sayWithChoices({ says, takes }: Word): string {
  return typeof takes === "object" ? `${says}: ${takes.join(", ")}` : says;
}

function addLine(value: string, before: string | undefined): string {
  const line = value.replace(/\s+/g, " ");
  return before === undefined ? line : `${before}\n${line}`;
}

function sentence(summary: string): string {
  return `${summary[0]!.toUpperCase()}${summary.slice(1)}.`;
}

function commandLine(name: string, width: number): CommandLine {
  return new CommandLine(name)
    .helpOption(false)
    .helpCommand(false)
    .configureHelp({ minWidthToWrap: LEAST_WIDTH })
    .exitOverride()
    .configureOutput({ writeErr: () => {}, getOutHelpWidth: () => width, getOutHasColors: () => false });
}

/** The listed command of this name. Throws a Refusal that names the nearest one where there is none. */
export function findCommand(name: string): ListedCommand {
  const found = COMMANDS.find((listed) => listed.name === name);
  if (found !== undefined) return found;
  const known = COMMANDS.map((listed) => listed.name);
  throw new Refusal(`rrb has no command \`${name}\`. ${suggest(name, known, "`rrb --help` lists them.")}`);
}

/** Parses with commander and gives what it objects to as a Refusal, in rrb's own words. */
export function refusing<T>(line: CommandLine, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof CommanderError) throw objection(line, error);
    throw error;
  }
}

function objection(line: CommandLine, error: CommanderError): unknown {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const help = `\`${line.name()} --help\``;
  switch (error.code) {
    case "commander.unknownOption":
      return unknownOption(line, quoted);
    case "commander.optionMissingArgument":
      return new Refusal(`\`${quoted.split(" ")[0]}\` needs a value. Write \`${quoted}\`.`);
    case "commander.missingArgument":
      return new Refusal(`\`${line.name()}\` needs to know its \`<${quoted}>\`. ${help} shows an example.`);
    case "commander.excessArguments":
      return new Refusal(
        `\`${line.args[line.registeredArguments.length]}\` is a word too many for \`${line.name()}\`. ${help} shows what it takes.`,
      );
    default:
      return error;
  }
}

/** Why an option is refused: no such one here. */
export function unknownOption(line: CommandLine, typed: string): Refusal {
  const flag = typed.split("=")[0]!;
  const known = [...line.options.map((option) => option.long ?? ""), ...GLOBAL_OPTIONS.map(flagOf)];
  const help = `\`${line.name()} --help\` lists them.`;
  return new Refusal(`\`${line.name()}\` has no option \`${flag}\`. ${suggest(flag, known, help)}`);
}

function flagOf(option: Word): string {
  return option.typed.split(" ")[0]!;
}

/** What was typed after a command's name, as its line takes it. Throws a Refusal for what it does not take. */
export function parseCommand(line: CommandLine, command: Command, typed: readonly string[]): Typed {
  refusing(line, () => line.parse([...typed], { from: "user" }));
  const options = line.opts<Typed["options"]>();
  for (const [i, argument] of command.arguments.entries()) {
    demand(argument.typed, line.args[i], argument.takes);
    demandName(argument, line.args.slice(i));
  }
  for (const [i, option] of line.options.entries()) {
    const value = options[option.attributeName()];
    demand(option.long ?? option.flags, value, command.options[i]!.takes);
    demandName(command.options[i]!, [value]);
  }
  return { words: line.args, options };
}

/** Refuses an empty name of a file or a folder, such as a shell variable gives that was never set. */
export function demandName({ typed }: Word, values: readonly (string | true | undefined)[]): void {
  const [, named] = /[<[](file|dir)/.exec(typed) ?? [];
  if (named === undefined || !values.includes("")) return;
  throw new Refusal(`\`${typed}\` has an empty name. Name a ${named === "dir" ? "folder" : "file"}.`);
}

/** Refuses a value that its option does not take. */
export function demand(flag: string, value: string | true | undefined, takes: Word["takes"]): void {
  if (typeof value !== "string" || takes === undefined) return;
  if (takes === "day") {
    if (isDay(value)) return;
    throw new Refusal(`\`${value}\` is no day for \`${flag}\`. Write it as \`2020-01-21\`.`);
  }
  if (takes.includes(value)) return;
  const known = `It takes ${takes.map((word) => `\`${word}\``).join(", ")}.`;
  throw new Refusal(`\`${flag}\` does not take \`${value}\`. ${suggest(value, takes, known)}`);
}
