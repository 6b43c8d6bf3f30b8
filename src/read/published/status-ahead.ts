import type { Reading, Words } from "../reading.ts";
import { readReport } from "./status.ts";
import { TICK } from "./ticks.ts";

const IN_BRACKETS = /^[[(](?<status>[^\])]{2,40})[\])]\s*(?<text>\S.*)$/s;
const TICKED = new RegExp(`^(?<status>${TICK})\\s*(?<text>\\p{L}.*)$`, "su");

/** `[Done] Send the survey out`: a status in brackets, or a tick, before the action; null where none is known there. */
export function statusAhead({ text, span }: Words, reading: Reading): { words: Words; status: Words } | null {
  const parts = (IN_BRACKETS.exec(text) ?? TICKED.exec(text))?.groups;
  if (parts === undefined || !readReport(parts.status!, reading)?.known) return null;
  return { words: { text: parts.text!, span }, status: { text: parts.status!, span } };
}
