import type { Output } from "../world.ts";
import type { Paint } from "./colour.ts";
import { joinShown, type Shown, shown } from "./untrusted.ts";
import { wrapText } from "./width.ts";

/** One line of the glance. */
export interface Line {
  readonly name: string;
  readonly says: string;
  /** What shows more of it. */
  readonly command?: string;
  readonly bad?: boolean;
}

const MARGIN = 14;
const FIGURE = 6;

/** A board at a glance: one line a fact, with the command that tells more. */
export function drawGlance(title: string, lines: readonly Line[], { columns }: Output, paint: Paint): Shown {
  const drawn = lines.map(({ name, says, command, bad }) => {
    const words = wrapText(says, columns, " ".repeat(MARGIN)).join("\n").trimStart();
    const painted = bad ? paint("error", words) : words;
    if (command === undefined) return shown`${paint("quiet", name.padEnd(MARGIN))}${painted}`;
    const gap = " ".repeat(Math.max(1, FIGURE - says.length));
    return shown`${paint("quiet", name.padEnd(MARGIN))}${painted}${gap}${paint("quiet", command)}`;
  });
  return joinShown([paint("heading", title), ...drawn], "\n");
}
