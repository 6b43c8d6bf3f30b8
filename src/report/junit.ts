import type { Diagnostic } from "../source/diagnostic.ts";
import { placeOf } from "../source/source-file.ts";
import type { FullReport, Report } from "./report.ts";
import { clean, type Shown } from "./untrusted.ts";

/**
 * Findings as a test report in the XML of JUnit: a suite for each file, a case for each finding in it. An error is a
 * failure; of a warning only its words are kept. A file without findings is one case that has passed.
 */
export function reportJunit(report: FullReport): Shown {
  const paths = [...new Set([...report.files, ...report.diagnostics.map(({ path }) => path)])];
  const suites = paths.map((path) => writeSuite(path, report));
  const failures = report.diagnostics.filter(isError).length;
  const tests = suites.reduce((sum, { cases }) => sum + cases.length, 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rrb check" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites.flatMap(({ head, cases }) => [head, ...cases, "  </testsuite>"]),
    "</testsuites>",
  ];
  return { shown: `${lines.join("\n")}\n` };
}

function writeSuite(path: string, report: Report) {
  const found = report.diagnostics.filter((diagnostic) => diagnostic.path === path);
  const cases =
    found.length === 0
      ? [`    <testcase classname="${attribute(path)}" name="no findings"/>`]
      : found.map((diagnostic) => writeCase(diagnostic, report));
  const failures = found.filter(isError).length;
  const head = `  <testsuite name="${attribute(path)}" tests="${cases.length}" failures="${failures}" errors="0">`;
  return { head, cases };
}

function writeCase(diagnostic: Diagnostic, { source }: Report): string {
  const { rule, severity, path, span, message, advice } = diagnostic;
  const file = source(path);
  const { line, column } = file === null ? { line: 1, column: 1 } : placeOf(file, span.start);
  const place = `${path}:${line}:${column}`;
  const words = escapeXml(`${place} ${severity} ${rule}\n${message}\n${advice}`);
  const open = `    <testcase classname="${attribute(path)}" name="${attribute(`${rule} (${line}:${column})`)}">`;
  const outcome = isError(diagnostic)
    ? `<failure type="${attribute(rule)}" message="${attribute(message)}">${words}</failure>`
    : `<system-out>${words}</system-out>`;
  return `${open}${outcome}</testcase>`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** White space of an attribute would be read as blanks. */
function attribute(words: string): string {
  return escapeXml(words).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // `##[`, and `::` at the start of a line, would be commands in the log of a CI system.
  "[": "&#91;",
  ":": "&#58;",
};

/** XML knows no control characters, no halves of characters, and two more signs that it forbids. */
function escapeXml(words: string): string {
  return clean(words)
    .shown.replace(/[\ud800-\udfff\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"]|(?<=##)\[|(?<=^[^\S\n]*):(?=:)/gm, (sign) => NAMED[sign]!);
}
