import type { Irregularity } from "../ledger/irregularity.ts";
import { findRepeats } from "../ledger/repeats.ts";
import { findIgnores } from "./ignores.ts";
import { keepLast, keepProse } from "./prose.ts";
import type { BoardAtHand, Context, Rule } from "./rule.ts";

/** What rules may ask of a board, each thing found once and where it is asked for. */
export function makeContext(atHand: BoardAtHand, rules: readonly Rule[]): Context {
  const prose = keepProse(atHand.text);
  return {
    ...atHand,
    rules,
    ...indexNotes(atHand),
    met: indexIrregularities(atHand),
    repeats: findRepeats(atHand.ledger),
    ignores: keepLast((note) => findIgnores(note, prose(note))),
    prose,
  };
}

/** The notes by their meetings, and their places: to look through an archive once for each of its notes takes long. */
function indexNotes({ notes }: BoardAtHand): Pick<Context, "noteOf" | "placeAmong"> {
  const byMeeting = new Map(notes.toReversed().map((note) => [note.meeting.id, note]));
  const places = new Map(notes.map((note, place) => [note, place]));
  return { noteOf: (meeting) => byMeeting.get(meeting), placeAmong: (note) => places.get(note) ?? -1 };
}

/** The irregularities by note and kind, found at once however long the archive. */
function indexIrregularities({ ledger }: BoardAtHand): Context["met"] {
  const index = new Map<string, Map<Irregularity["kind"], Irregularity[]>>();
  for (const irregularity of ledger.irregularities) {
    const { meeting, kind } = irregularity;
    const there = index.get(meeting) ?? new Map<Irregularity["kind"], Irregularity[]>();
    index.set(meeting, there);
    const known = there.get(kind);
    if (known === undefined) there.set(kind, [irregularity]);
    else known.push(irregularity);
  }
  return (note, kind) => (index.get(note.meeting.id)?.get(kind) ?? []) as never;
}
