import { type Diagnostic, fixOf, type RelatedPlace } from "../source/diagnostic.ts";
import { placeOf, type SourceFile, type Span } from "../source/source-file.ts";
import { frame } from "./frame.ts";
import type { Report } from "./report.ts";
import { summarise } from "./summary.ts";
import { clean, disarm, joinShown, type Shown, shown } from "./untrusted.ts";
import { wrapText } from "./width.ts";

/** The width in columns that a frame is fitted to where no terminal tells its own. */
const USUAL_WIDTH = 120;
/** A frame narrower than this can't be read. */
const LEAST_ROOM = 30;

/** Findings for people: where, the line with the place underlined, what is wrong there and what to write instead. */
export function reportPretty(report: Report): Shown {
  const { diagnostics, quiet, paint } = report;
  const summary = summarise(report);
  if (diagnostics.length === 0) return quiet ? shown`` : paint("good", summary);
  const findings = diagnostics.map((diagnostic) => pretty(diagnostic, report));
  const end = wrap(summary + tellFixes(diagnostics), report, "");
  return disarm(joinShown([...findings, end], "\n\n"));
}

/** How many of the findings take no judgement. */
function tellFixes(diagnostics: readonly Diagnostic[]): string {
  const fixed = diagnostics.filter((diagnostic) => fixOf(diagnostic).length > 0).length;
  if (fixed === 0) return "";
  const all = diagnostics.length === 1 ? "it" : "them";
  return `; \`rrb check --fix\` mends ${fixed === diagnostics.length ? all : `${fixed} of them`}`;
}

function pretty(diagnostic: Diagnostic, report: Report): Shown {
  const { rule, severity, path, span, message, advice, related = [] } = diagnostic;
  const { paint } = report;
  const file = report.source(path);
  return joinShown(
    [
      shown`${paint("heading", placeAt(path, file, span))}  ${paint(severity, severity)}  ${paint("quiet", rule)}`,
      ...(file === null || file.text === "" ? [wrap(message, report)] : framed(file, diagnostic, report)),
      ...related.map((place) => wrap(tellRelated(place, report), report)),
      wrap(advice, report),
    ],
    "\n",
  );
}

function framed(file: SourceFile, { span, message, severity }: Diagnostic, report: Report): Shown[] {
  const { columns = USUAL_WIDTH, paint } = report;
  const widest = String(placeOf(file, span.end).line).length;
  const room = Math.max(LEAST_ROOM, columns - widest - "   │ ".length);
  return frame(file, span, message, room).flatMap((line) => {
    const gutter = paint("quiet", `  ${String(line.number ?? "").padStart(widest)} │`);
    const marked = line.underline === "" ? shown`` : paint(severity, line.underline);
    // Beside an underline it fits; below one it has lines of its own.
    const messages =
      report.columns === undefined || line.message === "" || line.underline !== ""
        ? [line.message]
        : wrapText(line.message, room, "");
    return messages.map((words) => {
      const parts = [line.text, marked, words].filter(
        (part) => (typeof part === "object" ? part.shown : part) !== "",
      );
      return joinShown([gutter, ...parts], " ");
    });
  });
}

/** A sentence in lines that fit the terminal, where there is one; a file or another program gets it in one piece. */
function wrap(sentence: string, { columns }: Report, indent = "  "): Shown {
  if (columns === undefined) return clean(indent + sentence);
  return joinShown(wrapText(sentence, Math.max(columns, LEAST_ROOM), indent), "\n");
}

function tellRelated({ path, span, message, quote }: RelatedPlace, { source }: Report): string {
  const words = quote === undefined ? "" : `, "${quote}"`;
  return `${message} at ${placeAt(path, source(path), span)}${words}.`;
}

/** `meetings/2020-01-21.md:14:1`, as editors and terminals open it. */
function placeAt(path: string, file: SourceFile | null, span: Span): string {
  const { line, column } = file === null ? { line: 1, column: 1 } : placeOf(file, span.start);
  return `${path}:${line}:${column}`;
}
