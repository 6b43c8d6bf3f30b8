import type { ChalkInstance } from "chalk";
import type { Output, World } from "../world.ts";
import { clean, type Shown } from "./untrusted.ts";

/** What a colour says, whatever colour that is. */
export type Style = "heading" | "error" | "warning" | "information" | "good" | "quiet";

/** Cleans a text and gives it a colour, or only cleans it where colours are off. */
export type Paint = (style: Style, text: string) => Shown;

/** Paint without colour. */
export const PLAIN: Paint = (_style, text) => clean(text);

/**
 * Whether an output gets colour: never with `--no-color`; else as `FORCE_COLOR` says, then `NO_COLOR`, as Node itself
 * ranks them; else on a terminal that is not dumb.
 */
export function wantsColour(world: World, output: Output, noColor: boolean): boolean {
  if (noColor) return false;
  const forced = world.env.FORCE_COLOR;
  if (forced !== undefined) return !["0", "false"].includes(forced);
  if (world.env.NO_COLOR) return false;
  return output.isTerminal && world.env.TERM !== "dumb";
}

/** The paint of an output. Chalk is loaded only where there is colour. */
export async function paintFor(world: World, output: Output, noColor: boolean): Promise<Paint> {
  if (!wantsColour(world, output, noColor)) return PLAIN;
  const { Chalk } = await import("chalk");
  return paintWith(new Chalk({ level: 1 }));
}

function paintWith(chalk: ChalkInstance): Paint {
  const styles: Readonly<Record<Style, (text: string) => string>> = {
    heading: chalk.bold,
    error: chalk.red,
    warning: chalk.yellow,
    information: chalk.cyan,
    good: chalk.green,
    quiet: chalk.gray,
  };
  return (style, text) => ({ shown: styles[style](clean(text).shown) });
}
