import { createHash } from "node:crypto";
import type {
  ArtifactLocation,
  Fix,
  Location,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from "sarif";
import { version } from "../../package.json";
import { type Diagnostic, fixOf, type Severity } from "../source/diagnostic.ts";
import { placeOf, type SourceFile, type Span } from "../source/source-file.ts";
import { writeBareJson } from "./json.ts";
import type { FullReport, Manual, Report } from "./report.ts";
import type { Shown } from "./untrusted.ts";

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** Findings as a log of SARIF 2.1.0, with the manual of every rule and the fixes that take no judgement. */
export function reportSarif(report: FullReport): Shown {
  const manuals = report.manuals();
  const places = new Map(manuals.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  const results = report.diagnostics.map((diagnostic) => ({
    ...describeResult(diagnostic, report),
    ruleIndex: places.get(diagnostic.rule) ?? -1,
    partialFingerprints: { "rrbFinding/v1": fingerprint(diagnostic, seen) },
  }));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "rrb", semanticVersion: version, rules: manuals.map(describeRule) } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return writeBareJson(log);
}

function describeRule({ id, severity, summary, why, isOff, markdown }: Manual): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${summary} ${why}`, markdown },
    defaultConfiguration: { level: LEVELS[severity], enabled: isOff !== true },
  };
}

function describeResult(diagnostic: Diagnostic, { source }: Report): Result {
  const { rule, severity, path, span, message, advice, related = [] } = diagnostic;
  const fixes = describeFix(diagnostic, source(path));
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: withoutLinks(`${message} ${advice}`) },
    locations: [{ physicalLocation: describePlace(path, span, source(path)) }],
    ...(related.length > 0 && {
      relatedLocations: related.map(
        (place, id): Location => ({
          id,
          physicalLocation: describePlace(place.path, place.span, source(place.path)),
          message: {
            text: withoutLinks(
              place.quote === undefined ? place.message : `${place.message}: ${place.quote}`,
            ),
          },
        }),
      ),
    }),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** A viewer of SARIF makes a link of `[words](address)`; no words of a note may lead its reader anywhere. */
function withoutLinks(text: string): string {
  return text.replaceAll("](", "]\u200b(");
}

function describeFix(diagnostic: Diagnostic, file: SourceFile | null): Fix[] {
  const edits = fixOf(diagnostic);
  if (edits.length === 0 || file === null) return [];
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: regionOf(span, file),
    insertedContent: { text },
  }));
  const changes = [{ artifactLocation: describeFile(diagnostic.path), replacements }];
  return [{ description: { text: diagnostic.advice }, artifactChanges: changes }];
}

function describePlace(path: string, span: Span, file: SourceFile | null): PhysicalLocation {
  return {
    artifactLocation: describeFile(path),
    ...(file !== null && { region: regionOf(span, file) }),
  };
}

function regionOf(span: Span, file: SourceFile): Region {
  const start = placeOf(file, span.start);
  const end = placeOf(file, span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A path as a URI: relative as it is shown, or of the scheme `file` where it begins at a root. */
function describeFile(path: string): ArtifactLocation {
  // A half of a character has no encoding.
  const parts = path.replace(/[\ud800-\udfff]/gu, "\ufffd").split("/");
  const isDrive = /^[a-z]:$/i.test(parts[0]!);
  const encoded = parts
    .map((part, index) => (index === 0 && isDrive ? part : encodeURIComponent(part)))
    .join("/");
  if (isDrive) return { uri: `file:///${encoded}` };
  return { uri: path.startsWith("/") ? `file://${encoded}` : encoded };
}

/** Which finding it is, wherever in its file it stands: of its rule, its file and its words, the first, the second … */
function fingerprint({ rule, path, message }: Diagnostic, seen: Map<string, number>): string {
  const words = JSON.stringify([rule, path, message]);
  const turn = (seen.get(words) ?? 0) + 1;
  seen.set(words, turn);
  return createHash("sha256").update(`${words} ${turn}`).digest("hex");
}
