import type { Meeting, ProgressRow } from "../model/meeting.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Place, Span } from "../source/source-file.ts";
import { meetingJson } from "./meeting-json.ts";

/** A place in a document: on its page, where it has pages. */
export interface DocumentPlace extends Place {
  readonly page: number | null;
}

/** A line of a document, where it stands there. */
export interface DocumentLine {
  readonly page: number | null;
  readonly line: number;
  readonly text: string;
}

/** What an import found, for printing. */
export interface ImportFindings {
  readonly path: string;
  readonly meeting: Meeting;
  readonly possibleActions: readonly { readonly text: string; readonly span: Span }[];
  readonly unplaced: readonly DocumentLine[];
  readonly dropped: readonly DocumentLine[];
  readonly remarks: readonly string[];
  readonly doubts: readonly Diagnostic[];
  readonly placeOf: (offset: number) => DocumentPlace;
  readonly refOf: (row: ProgressRow) => string | null;
}

/** One import for machines; a field that has no value is null. */
export function importJson(found: ImportFindings): Readonly<Record<string, unknown>> {
  const placeOf = ({ start }: Span) => found.placeOf(start);
  const isDated = found.meeting.date !== null;
  const meeting = meetingJson(found.meeting, placeOf, found.refOf);
  return {
    meeting: {
      ...meeting,
      ...(!isDated && { id: null }),
      possibleActions: found.possibleActions.map(({ text, span }) => ({ text, ...lineOf(placeOf(span)) })),
    },
    unplaced: found.unplaced.map(lineJson),
    dropped: found.dropped.map(lineJson),
    remarks: found.remarks,
    diagnostics: found.doubts.map((doubt) => doubtJson(doubt, found)),
  };
}

function lineOf({ page, line }: DocumentPlace) {
  return { page, line };
}

function lineJson({ page, line, text }: DocumentLine) {
  return { page, line, text };
}

function doubtJson({ rule, severity, message, advice, span }: Diagnostic, { path, placeOf }: ImportFindings) {
  const end = placeOf(span.end);
  const place = { file: path, ...placeOf(span.start), endLine: end.line, endColumn: end.column };
  return { rule, severity, message, advice, ...place };
}
