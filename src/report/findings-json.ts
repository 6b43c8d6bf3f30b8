import type { Diagnostic } from "../source/diagnostic.ts";
import { placeOf, type Span } from "../source/source-file.ts";
import { writeJson } from "./json.ts";
import type { Report } from "./report.ts";
import type { Shown } from "./untrusted.ts";

/** Findings for machines: `{ schemaVersion, files, diagnostics }`, lines and columns from 1, columns in UTF-16 code units. */
export function reportJson(report: Report): Shown {
  return writeJson({
    files: report.notes,
    diagnostics: report.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, report)),
  });
}

function diagnosticJson(
  { rule, severity, message, advice, path, span, related = [] }: Diagnostic,
  report: Report,
) {
  return {
    rule,
    severity,
    message,
    advice,
    ...placeJson(path, span, report),
    related: related.map((place) => ({
      message: place.message,
      quote: place.quote ?? null,
      ...placeJson(place.path, place.span, report),
    })),
  };
}

function placeJson(path: string, span: Span, { source }: Report) {
  const file = source(path);
  const unread = { line: 1, column: 1 };
  const start = file === null ? unread : placeOf(file, span.start);
  const end = file === null ? unread : placeOf(file, span.end);
  return { file: path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
