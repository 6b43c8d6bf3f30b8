import type { Output } from "../world.ts";
import { clean, replaceLine } from "./untrusted.ts";

/** Shows on a terminal how far something has come, on one line that the next one replaces; elsewhere nothing. */
export function showProgress(output: Output, words: string): void {
  if (!output.isTerminal) return;
  const { shown } = clean(words.replace(/\s+/g, " "));
  const room = Math.max(10, (output.columns ?? 80) - 1);
  replaceLine(output, { shown: shown.slice(0, room) });
}

/** Takes such a line away. */
export function clearProgress(output: Output): void {
  if (output.isTerminal) replaceLine(output, { shown: "" });
}
