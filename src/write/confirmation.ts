import type { Note } from "../model/meeting.ts";
import { findConfirming, readCorrections } from "../read/confirmations.ts";
import type { Edit } from "../source/diagnostic.ts";
import { keyEdit, listEdits, topMap } from "./yaml-map.ts";
import { writeYamlText } from "./yaml-text.ts";

/** What confirming writes into the note itself. */
export interface ConfirmationWords {
  /** The value of `confirmed`, as a map of YAML on one line. */
  readonly confirmed: string;
  readonly fingerprint: string;
  /** The corrections that it was confirmed with, those that the note lists already aside. */
  readonly corrections: readonly string[];
}

/** The edits that make a note a confirmed one; every other byte of it is kept. */
export function confirmationEdits(note: Note, text: string, words: ConfirmationWords): Edit[] {
  const map = topMap(note);
  const listed = readCorrections(note);
  const added = words.corrections.filter((correction) => !listed.includes(correction));
  return [
    keyEdit(text, map, "state", "confirmed", ["date"]),
    keyEdit(text, map, "confirmed", words.confirmed, ["state", "date"]),
    ...listEdits(
      text,
      map,
      "corrections",
      added.map((correction) => writeYamlText(correction, "flow")),
      ["confirmed", "state", "date"],
    ),
    keyEdit(text, map, "fingerprint", words.fingerprint, ["corrections", "confirmed", "state", "date"]),
  ];
}

/** The edits that put down, in the note of the confirming meeting, which note it confirmed, and as it stood then. */
export function confirmingEdits(note: Note, text: string, confirmed: Note, fingerprint: string): Edit[] {
  const { id } = confirmed.meeting;
  const known = findConfirming(note, confirmed.meeting);
  if (known !== null) return [keyEdit(text, known.map, "fingerprint", fingerprint)];
  const entry = `{ meeting: ${id}, fingerprint: ${fingerprint} }`;
  return listEdits(text, topMap(note), "confirms", [entry], ["fingerprint", "confirmed", "state", "date"]);
}
