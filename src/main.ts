import { version } from "../package.json";
import type { Command, Question } from "./command.ts";
import {
  BOARD,
  demand,
  demandName,
  describeCommand,
  describeProgram,
  findCommand,
  parseCommand,
  refusing,
  unknownOption,
} from "./command-line.ts";
import { loadGlance } from "./commands.ts";
import type { Day } from "./model/day.ts";
import { Refusal } from "./refusal.ts";
import { printProse } from "./report/prose.ts";
import { clean, print } from "./report/untrusted.ts";
import type { World } from "./world.ts";

/** The width of help, in columns, where no terminal tells its own. */
const USUAL_WIDTH = 80;

interface Globals {
  readonly board?: string;
  readonly today?: string;
  readonly color: boolean;
  readonly version?: true;
  readonly help?: true;
}

/**
 * One command line in, one exit code out: 0 well, 1 the minutes need mending, 2 rrb was asked wrongly, 3 a fault in rrb.
 * Never rejects.
 */
export async function main(world: World): Promise<number> {
  try {
    return await answer(world);
  } catch (error) {
    if (error instanceof Refusal) {
      printProse(world.stderr, clean(error.message));
      return 2;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    print(world.stderr, clean(`This is a fault in rrb, not in your minutes.\n${stack}`));
    return 3;
  }
}

async function answer(world: World): Promise<number> {
  if (world.argv[0] === "completion" && world.argv[1] === "--complete") return completeTyped(world);
  const width = world.stdout.columns ?? USUAL_WIDTH;
  const program = describeProgram(width);
  const argv = world.argv[0] === "help" ? [...world.argv.slice(1), "--help"] : [...world.argv];
  const { operands, unknown } = refusing(program, () => program.parseOptions(argv));
  const globals = program.opts<Globals>();
  const [name, ...words] = operands;
  if (globals.version === true) return say(world, version);
  demandName(BOARD, [globals.board]);
  const today = readToday(world, globals.today);

  const ask = (typed: Pick<Question, "words" | "options">): Question => {
    return { world, ...typed, board: globals.board ?? null, today, noColor: !globals.color };
  };

  if (name === undefined) {
    if (unknown[0] !== undefined) throw unknownOption(program, unknown[0]);
    const glance = world.stdout.isTerminal && globals.help !== true ? await loadGlance() : null;
    return (await glance?.(ask({ words: [], options: {} }))) ?? say(world, program.helpInformation());
  }

  const listed = findCommand(name);
  world.engine?.compileLate();
  const command = await listed.load();
  const line = describeCommand(listed, command, width);
  if (globals.help === true) return say(world, `${line.helpInformation()}\n${closeHelp(command)}`);
  return command.run(ask(parseCommand(line, command, [...words, ...unknown])));
}

/** `rrb completion --complete SHELL -- WORDS`, as the scripts of `rrb completion` ask. */
async function completeTyped(world: World): Promise<number> {
  const { completeLine } = await import("./completion/complete.ts");
  return completeLine(world, world.argv[2] ?? "", world.argv.slice(4));
}

/** What `--help` of a command ends with. */
function closeHelp({ example }: Command): string {
  return `Example:\n  $ ${example}\n\n\`rrb --help\` lists the options that every command takes.\n`;
}

/** The day that `--today` sets, else `RRB_TODAY`; null where neither does. */
function readToday(world: World, typed: string | undefined): Day | null {
  const today = typed ?? (world.env.RRB_TODAY || null);
  demand(typed === undefined ? "RRB_TODAY" : "--today", today ?? undefined, "day");
  return today;
}

function say(world: World, text: string): 0 {
  printProse(world.stdout, clean(text));
  return 0;
}
