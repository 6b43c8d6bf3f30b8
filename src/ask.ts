import { Writable } from "node:stream";
import { wantsColour } from "./report/colour.ts";
import { clean } from "./report/untrusted.ts";
import type { World } from "./world.ts";

/** One of several answers. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** What may be said of a question to be answered in words. */
export interface Wording {
  /** What stands there already, to be changed. */
  readonly initial?: string;
  /** Shown, in grey, where nothing has been typed. */
  readonly placeholder?: string;
  /** What is wrong with an answer, as a sentence; null where nothing is. */
  readonly judge?: (answer: string) => string | null;
}

/** Somebody at a terminal who answers questions. Every answer is null once they press Ctrl-C or Escape. */
export interface Listener {
  readonly choose: <Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    initial: Value,
  ) => Promise<Value | null>;
  readonly askWords: (question: string, wording?: Wording) => Promise<string | null>;
}

/** How many answers are shown at once; the others come as the cursor moves. */
const MOST_SHOWN = 12;

/** Whoever sits at the terminal; null where nobody does, or can't be seen. The library is loaded only for them. */
export async function findListener(world: World, noColor: boolean): Promise<Listener | null> {
  const { stdin: input, stdout } = world;
  if (!stdout.isTerminal || input?.isTTY !== true) return null;
  const { isCancel, select, text } = await import("@clack/prompts");
  const common = { input, output: outputOf(world, noColor), withGuide: false };
  return {
    choose: async (question, choices, initial) => {
      const options = choices.map(({ value, label }) => ({
        value: value as string,
        label: clean(label).shown,
      }));
      const shown = {
        ...common,
        message: clean(question).shown,
        showInstructions: false,
        maxItems: MOST_SHOWN,
      };
      const answer = await select<string>({ ...shown, options, initialValue: initial });
      return isCancel(answer) ? null : (answer as typeof initial);
    },
    askWords: async (question, { initial = "", placeholder = "", judge = () => null } = {}) => {
      const answer = await text({
        ...common,
        message: clean(question).shown,
        initialValue: clean(initial).shown,
        placeholder: clean(placeholder).shown,
        validate: (typed) => judge(typed ?? "") ?? undefined,
      });
      return isCancel(answer) ? null : (answer ?? "");
    },
  };
}

const COLOUR = /\u001b\[[\d;]*m/g;

/** The terminal as the library wants it. */
function outputOf(world: World, noColor: boolean): Writable {
  const { stdout } = world;
  const isColoured = wantsColour(world, stdout, noColor);
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string | Buffer, _encoding, done) => {
      const words = chunk.toString();
      stdout.write(isColoured ? words : words.replace(COLOUR, ""));
      done();
    },
  });
  return Object.assign(output, { columns: stdout.columns, isTTY: true });
}
