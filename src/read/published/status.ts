import { type Disposition, readStatus, type Vocabulary } from "../../model/status.ts";
import type { Reading } from "../reading.ts";
import { inOwnWords, withPublishedWords } from "./status-words.ts";
import { TICK, ticksOff } from "./ticks.ts";

/** What the reading of a status needs to know of its note. */
export type StatusReading = Pick<Reading, "isOwnForm" | "board">;

/** Reads what is reported on an action: strictly in rrb's own form, as people write it in a published note. */
export function readReport(text: string, { isOwnForm, board }: StatusReading): Disposition | null {
  if (isOwnForm) return readStatus(text, board.statuses);
  return inOwnWords(readPublishedStatus(text, withPublishedWords(board.statuses)), board.statuses);
}

const COLOUR =
  /^(?:rag\s*:\s*)?(?<colour>red|amber|green|blue)\b(?:\s*[-\u2013\u2014:/,(]+\s*|\s+|$)(?<rest>.*)$/is;
/** Words before a status that say only that one comes: `This action has now been completed`. */
const LEAD_IN =
  /^(?:(?:status|update|outcome)\s*:\s*|(?:this|the|that|all|both)\s+(?=(?:action|item|is|has|have|was|were|now)\b)|(?:actions?|items?)(?:\s+\d+)?(?:\s*[-\u2013\u2014:]\s*|\s+)|(?:is|was|were|are|has|have|had)\s+(?:(?:now|also|since)\s+)?(?:been\s+)?|now\s+|already\s+)+/i;
/** A status that goes on in the same breath: `Completed by EF`, `Closed 12 May`. */
const RUNS_ON =
  /^(?<words>(?:partially |partly |not (?:yet )?)?complete[d]?|closed|done|actioned|implemented|ongoing|on-going|in progress|in hand|under ?way|outstanding|pending|deferred|delayed|carried (?:forward|over)|c\/f|on hold|cancelled|withdrawn|no longer required)\s+(?=(?:by|on|at|in|as|since|via|and|but|with|for|from|after|until|to|except|due|because|subject|pending)\b|\d)/i;

/** A report that is longer tells a story, and its last words are no status. */
const LONGEST_REPORT = 300;

function readPublishedStatus(text: string, extra: Vocabulary): Disposition | null {
  const written = text
    .trim()
    .replace(/^\[([^\]]+)\]\s*/, "$1 \u2013 ")
    .replace(/\s+\u2013 $/, "");
  const plain = readStatus(written, extra);
  if (plain === null || plain.known) return plain;
  const tick = TICKED.exec(written)?.groups;
  if (tick !== undefined) return readTick(tick.tick!, tick.rest!, extra);
  const colour = COLOUR.exec(written)?.groups;
  if (colour !== undefined) return readColour(colour.colour!, colour.rest!.replace(/\)$/, ""), extra);
  const bare = written.replace(LEAD_IN, "");
  for (const words of [bare, bare.replace(RUNS_ON, "$<words> \u2013 ")]) {
    const found = readStatus(words, extra);
    if (found?.known) return found;
  }
  return plain;
}

/** A mark instead of words: what is ticked off is done. */
const TICKED = new RegExp(`^(?<tick>${TICK})\\s*(?:[-\\u2013\\u2014:,.]\\s*)?(?<rest>.*)$`, "su");

/** A tick is written out in words, as rrb's own form has no other name for it. */
function readTick(tick: string, rest: string, extra: Vocabulary): Disposition | null {
  const said = readStatus(rest, extra);
  if (said?.known) return said;
  const words = ticksOff(tick) ? "Done" : "Open";
  return readStatus(rest === "" ? words : `${words} \u2013 ${rest}`, extra);
}

/** Reads what a cell reports; in a published note the status may stand last: `Two quotations received; c/f`. */
export function readCellReport(text: string, reading: Reading): Disposition | null {
  const report = readReport(text, reading);
  if (reading.isOwnForm || report === null || report.known) return report;
  const { statuses } = reading.board;
  return inOwnWords(readLast(text.trim(), withPublishedWords(statuses)), statuses) ?? report;
}

function readLast(written: string, extra: Vocabulary): Disposition | null {
  if (written.length > LONGEST_REPORT) return null;
  const match =
    /^(?<before>.*\S)\s*(?:[.;,:]\s+|\s[-\u2013\u2014]\s+|\()(?<last>[^.;,:()\u2013\u2014]{2,40})[.)]*$/s.exec(
      written,
    )?.groups;
  if (match === undefined) return null;
  const found = readStatus(match.last!.replace(LEAD_IN, ""), extra);
  return found?.known ? { ...found, update: match.before! } : null;
}

/** A colour says how an action goes; words behind it may say that it is done. */
function readColour(colour: string, rest: string, extra: Vocabulary): Disposition | null {
  const said = readStatus(rest, extra);
  if (said?.known) return said;
  if (/^blue$/i.test(colour)) return readStatus(`closed${rest === "" ? "" : ` \u2013 ${rest}`}`, extra);
  const open = readStatus("open", extra);
  return open === null ? null : { ...open, words: colour, update: rest === "" ? null : rest };
}

/** The status that a heading or a lead-in gives to all that stands below it: `Completed actions`, `carried forward:`. */
export function statusInTitle(title: string): string | null {
  const match =
    /\b(completed|closed|discharged|outstanding|ongoing|carried\s+(?:forward|over))\s+(?:actions?|items?)\b|\b(?:actions?|items?)\s+(?:now\s+|still\s+)?(completed|closed|discharged|outstanding|ongoing|carried\s+(?:forward|over))\b|^\W*(completed?|closed|discharged|outstanding|ongoing|done|in\s+progress|carried\s+(?:forward|over))\W*$/i.exec(
      title,
    );
  return match === null ? null : (match[1] ?? match[2] ?? match[3])!;
}

/** `All actions were complete except:` is said of all but those below. */
const EXCEPT =
  /\b(?:complete[d]?|closed|discharged|done)\b.{0,40}\b(?:except(?:ing|ions?)?|apart from|other than|save|but|bar|excluding)\b/i;

/** The status that a line gives to the list below it: `The following are carried forward:`. */
export function statusBelow(line: string): string | null {
  if (!/[:\u2013\u2014-]\s*$/.test(line) || line.length > 200) return null;
  if (EXCEPT.test(line)) return "outstanding";
  const said = [
    ...line.matchAll(
      /\b(completed?|closed|discharged|done|outstanding|ongoing|in\s+progress|carried\s+(?:forward|over)|still\s+open)\b/gi,
    ),
  ];
  return said.at(-1)?.[1] ?? null;
}
