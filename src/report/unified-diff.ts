import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Paint, Style } from "./colour.ts";
import { joinShown, type Shown, shown } from "./untrusted.ts";

/** A text before and after, under the name of its file. */
export interface Changed {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const STYLES: Readonly<Record<string, Style>> = { "+": "good", "-": "error", "@": "heading" };

/**
 * Changes as a unified diff that `git apply` and `patch -p1` take, each with three lines around it. In a pipe the lines
 * keep their line ends; on a terminal a CR is no sign.
 */
export function drawDiff(changes: readonly Changed[], isTerminal: boolean, paint: Paint): Shown {
  const files = changes.map(({ path, before, after }) => {
    const [from, to] = [`a/${path}`, `b/${path}`];
    const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
    const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, options);
    const lines = patch.split("\n").map((line) => drawLine(line, isTerminal, paint));
    return joinShown(lines, "\n");
  });
  return joinShown(files, "");
}

function drawLine(line: string, isTerminal: boolean, paint: Paint): Shown {
  const end = line.endsWith("\r") ? "\r" : "";
  const words = end === "" ? line : line.slice(0, -1);
  const style = /^(?:---|\+\+\+) /.test(words) ? "heading" : STYLES[words[0] ?? ""];
  const drawn = style === undefined ? shown`${words}` : paint(style, words);
  return isTerminal ? drawn : { shown: drawn.shown + end };
}
