import type { LogRow, Meeting, Note, ProgressRow, RaisedAction, Undertaking } from "../model/meeting.ts";
import { type Keep, keeper } from "../source/kept.ts";

/**
 * Takes of a note what the ledger needs, and lets the rest go with the note's text: who was there, the items, the
 * front matter, the places within a row. For commands that ask for actions alone, and may have ten thousand notes to ask.
 */
export function keepForBooks(): (note: Note) => Note {
  const keep = keeper();
  const ownersOf = keepOwners(keep);
  return ({ path, meeting }) => ({
    path,
    meeting: bookedMeeting(meeting, keep, ownersOf),
    frontMatter: null,
    faults: [],
  });
}

type KeepOwners = (owners: readonly string[]) => readonly string[];

/** A list of owners is kept once for all rows that name the same. */
function keepOwners(keep: Keep): KeepOwners {
  const kept = new Map<string, readonly string[]>();
  return (owners) => {
    const key = owners.length === 1 ? owners[0]! : owners.join("\n");
    const known = kept.get(key);
    if (known !== undefined) return known;
    const own = owners.map(keep);
    kept.set(keep(key), own);
    return own;
  };
}

function bookedMeeting(meeting: Meeting, keep: Keep, ownersOf: KeepOwners): Meeting {
  const undertakingOf = ({ text, owners, due, dueText, span }: Undertaking): Undertaking => ({
    text: keep(text),
    owners: ownersOf(owners),
    due: kept(due, keep),
    dueText: kept(dueText, keep),
    span,
  });
  const rowOf = (row: ProgressRow): ProgressRow => ({
    text: keep(row.text),
    owners: ownersOf(row.owners),
    due: kept(row.due, keep),
    dueText: kept(row.dueText, keep),
    span: row.span,
    cited: row.cited === null ? null : { value: keep(row.cited.value), span: row.span },
    accepted: row.accepted,
    number: row.number,
    place: row.place,
    disposition: row.disposition,
    statusSpan: row.span,
    update: kept(row.update, keep),
  });
  const logRowOf = (row: LogRow): LogRow => ({
    ...undertakingOf(row),
    number: row.number,
    disposition: row.disposition,
  });
  const raisedOf = (raised: RaisedAction): RaisedAction => {
    const { ref, number, written, item, marker, logRow, fromLog } = raised;
    const ofLog = logRow === null ? null : logRowOf(logRow);
    const { text, owners, due, dueText, span } = undertakingOf(raised);
    return {
      text,
      owners,
      due,
      dueText,
      span,
      ref: keep(ref),
      number,
      written,
      item,
      marker,
      logRow: ofLog,
      fromLog,
    };
  };
  const { blanket } = meeting;
  const isHeld = meeting.state === "draft" || meeting.state === "confirmed";
  return {
    ...meeting,
    id: keep(meeting.id),
    date: kept(meeting.date, keep),
    time: kept(meeting.time, keep),
    nextMeeting: kept(meeting.nextMeeting, keep),
    movedTo: kept(meeting.movedTo, keep),
    movedFrom: kept(meeting.movedFrom, keep),
    statedDates: [],
    place: null,
    title: null,
    chair: null,
    confirmed: null,
    present: [],
    inAttendance: [],
    apologies: [],
    absent: [],
    items: [],
    log: [],
    logHeading: null,
    progressHeading: null,
    progressSections: [],
    actions: meeting.actions.map(raisedOf),
    progress: meeting.progress.map(rowOf),
    blanket: blanket === null ? null : { ...blanket, reason: kept(blanket.reason, keep) },
    // Of a meeting that was not held it is told whether it decided anything; nobody asks what.
    decisions: isHeld ? [] : meeting.decisions,
    deferred: isHeld ? [] : meeting.deferred,
  };
}

function kept(text: string | null, keep: Keep): string | null {
  return text === null ? null : keep(text);
}
