import type { Diagnostic, Severity } from "../source/diagnostic.ts";
import { placeOf } from "../source/source-file.ts";
import type { Report } from "./report.ts";
import { summarise } from "./summary.ts";
import { clean, joinShown, type Shown } from "./untrusted.ts";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
};

/**
 * Findings as workflow commands of GitHub Actions, one a line, which shows each beside its line; then how many there
 * are. Nothing that a note holds can begin a command of its own.
 */
export function reportGithub(report: Report): Shown {
  if (report.quiet && report.diagnostics.length === 0) return clean("");
  const lines = report.diagnostics.map((diagnostic) => annotation(diagnostic, report));
  return joinShown([...lines, summarise(report)], "\n");
}

function annotation({ rule, severity, path, span, message, advice }: Diagnostic, report: Report): Shown {
  const file = report.source(path);
  const start = file === null ? null : placeOf(file, span.start);
  const end = file === null ? null : placeOf(file, span.end);
  const properties = {
    file: path,
    line: start?.line,
    endLine: end?.line,
    // GitHub knows columns only within one line.
    ...(start !== null && start.line === end?.line && { col: start.column, endColumn: end.column }),
    title: rule,
  };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return { shown: `::${COMMANDS[severity]} ${written.join(",")}::${escapeMessage(`${message} ${advice}`)}` };
}

function escapeMessage(words: string): string {
  return clean(words).shown.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(words: string): string {
  return escapeMessage(words).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
