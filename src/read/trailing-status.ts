import { cutAtEmphasis, cutAtLabel, cutAtSentence, findLoudStatus } from "./published/report.ts";
import { readReport, type StatusReading } from "./published/status.ts";
import type { Reading, Words } from "./reading.ts";

/** Cuts off a status that stands behind the action in its own line: `MPS to report on custody. Complete.` */
export function cutTrailingStatus(
  words: Words,
  reading: Reading,
): { readonly words: Words; readonly status: Words } | null {
  const { text, span } = words;
  const cut = reading.isOwnForm
    ? null
    : (cutAtLabel(text) ?? cutAtEmphasis(reading.text, words) ?? cutAtSentence(text));
  if (cut !== null) return { words: { text: cut[0], span }, status: { text: cut[1], span } };
  const at = findTrailingStatus(text, reading);
  if (at === null) return null;
  const status = text.slice(at).replace(/^[\s([:.\u2013\u2014-]+|[)\]]+\.?$/g, "");
  const action = text.slice(0, at).trim().replace(/:$/, "");
  return { words: { text: action, span }, status: { text: status, span } };
}

/** In UTF-16 code units: what a status is can be told by as much of what follows it. */
const LONGEST_STATUS = 160;

/** Where a known status begins behind a full stop, a colon, a dash or a bracket; null where none does. */
export function findTrailingStatus(text: string, reading: StatusReading): number | null {
  for (const match of text.matchAll(/(?:[.?!:]\s+[([]?|\s[-\u2013\u2014]\s+|\s+[([])/g)) {
    const from = match.index + match[0].length;
    const rest = text.slice(from, from + LONGEST_STATUS).replace(/[)\]]+\.?$/, "");
    const isWord = /[:([\u2013\u2014-]/.test(match[0]) || /^\p{Lu}/u.test(rest);
    if (isWord && readReport(rest, reading)?.known)
      return match[0].startsWith(" ") ? match.index : match.index + 1;
  }
  return reading.isOwnForm ? null : findLoudStatus(text);
}
