import { suggest } from "../source/nearest.ts";
import { knownPhrases, normalisePhrase, type Vocabulary } from "./status.ts";

/** What to write in place of a status that nobody knows, of all that is `said` with it: one short sentence. */
export function adviseStatus(words: string, extra: Vocabulary, said = words): string {
  const known = knownPhrases(extra);
  const begun = beginning(words, known);
  if (begun !== null) return `Put a spaced dash between the status and the rest: \`${begun}\`.`;
  const ended = ending(said, known);
  if (ended !== null) return `Put the status first: \`${ended}\`.`;
  return suggest(
    words,
    known,
    "Begin with `in progress`, `complete`, `withdrawn` or `no update`, or give these words a meaning under `statuses` in `board.yaml`.",
  );
}

/** A known status with further words run onto it, as it should be written; null where the words begin with none. */
function beginning(words: string, known: readonly string[]): string | null {
  const parts = words.split(" ");
  for (let count = parts.length - 1; count > 0; count--) {
    const head = parts.slice(0, count).join(" ");
    if (known.includes(normalisePhrase(head))) return `${head} \u2013 ${parts.slice(count).join(" ")}`;
  }
  return null;
}

/** What was said with a known status behind it, the status first; null where the words end with none. */
function ending(words: string, known: readonly string[]): string | null {
  const match = /^(.*\S)(?:\s+[-\u2013\u2014]\s+|[,;:.]\s+)(\S.*)$/s.exec(words.replace(/[.\s]+$/, ""));
  if (match === null || !known.includes(normalisePhrase(match[2]!))) return null;
  return `${match[2]!.charAt(0).toUpperCase()}${match[2]!.slice(1)} \u2013 ${match[1]}`;
}
