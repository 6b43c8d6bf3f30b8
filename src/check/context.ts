import type { Irregularity } from "../ledger/irregularity.ts";
import { findRepeats } from "../ledger/repeats.ts";
import { readProse } from "./prose.ts";
import type { BookedBoard, Context, Rule } from "./rule.ts";

/** What rules may ask of a board that is booked; `fingerprints` are those of notes that bear one, by their paths. */
export function makeContext(
  booked: BookedBoard,
  rules: readonly Rule[],
  fingerprints: ReadonlyMap<string, string>,
): Context {
  return {
    ...booked,
    rules,
    ...indexNotes(booked),
    met: indexIrregularities(booked),
    repeats: findRepeats(booked.ledger),
    placeInBooks: indexAccounts(booked),
    fingerprint: ({ path }) => fingerprints.get(path)!,
    prose: (note) => readProse(note, booked.text(note.path)),
  };
}

/** The notes by their meetings, and their places: to look through an archive once for each of its notes takes long. */
function indexNotes({ notes }: BookedBoard): Pick<Context, "noteOf" | "placeAmong"> {
  const byMeeting = new Map(notes.toReversed().map((note) => [note.meeting.id, note]));
  const places = new Map(notes.map((note, place) => [note, place]));
  return { noteOf: (meeting) => byMeeting.get(meeting), placeAmong: (note) => places.get(note) ?? -1 };
}

/** The accounts by their meetings, for the same reason. */
function indexAccounts({ ledger }: BookedBoard): Context["placeInBooks"] {
  const places = new Map(ledger.accounts.map(({ meeting }, place) => [meeting, place]));
  return (meeting) => places.get(meeting) ?? -1;
}

/** The irregularities by note and kind, found at once however long the archive. */
function indexIrregularities({ ledger }: BookedBoard): Context["met"] {
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
