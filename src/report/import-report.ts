import { formatDay } from "../model/day.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { lineText, placeOf, type SourceFile, type Span } from "../source/source-file.ts";
import type { Paint } from "./colour.ts";
import type { DocumentLine, ImportFindings } from "./import-json.ts";
import { joinShown, type Shown, shown } from "./untrusted.ts";

/** What is told of an import to whoever asked for it. */
export interface ImportReport extends ImportFindings {
  /** What lines are counted in: those of a text file, or the paragraphs of a Word file. */
  readonly countedIn: "line" | "paragraph";
  /** The text in which doubts have their places. */
  readonly source: SourceFile;
  /** The fields that the file does not say as the document does. */
  readonly differing: readonly string[];
}

/** What was read, each doubt with its line, and what has no place: short where all is well. */
export function reportImport(report: ImportReport, paint: Paint): Shown {
  const { path, doubts, possibleActions, unplaced, dropped, remarks, differing, placeOf } = report;
  const lines: (string | Shown)[] = [shown`${paint("heading", path)}: ${summarise(report)}`];
  const section = (title: string, entries: readonly (string | Shown)[]) => {
    if (entries.length > 0) lines.push(shown`  ${title}`, ...entries.map((entry) => shown`    ${entry}`));
  };
  section(
    "Please look at:",
    doubts.flatMap((doubt) => tellDoubt(doubt, report, paint)),
  );
  section(
    "May be actions, and are not marked as such:",
    possibleActions.map(({ text, span }) => `${placeInDocument(placeOf(span.start), report)}  ${text}`),
  );
  section(
    "Not placed; kept in the file:",
    unplaced.map((line) => `${placeInDocument(line, report)}  ${line.text}`),
  );
  section("Left out, as no part of the note:", tellDropped(dropped, report));
  section("Of the document:", remarks);
  section(
    "Differs in rrb's own form; compare with the document:",
    differing.map((field) => field),
  );
  return joinShown(lines, "\n");
}

function summarise({ meeting }: ImportReport): string {
  const { date, actions, progress, decisions, present, inAttendance, apologies, absent } = meeting;
  const away = apologies.length + absent.length;
  return [
    date === null ? "no date" : formatDay(date),
    count(actions.length, "action", "actions"),
    count(progress.length, "earlier one reported", "earlier ones reported"),
    ...(decisions.length === 0 ? [] : [count(decisions.length, "decision", "decisions")]),
    `${present.length + inAttendance.length} present`,
    ...(away === 0 ? [] : [`${away} not`]),
  ].join(", ");
}

function count(number: number, one: string, many: string): string {
  return `${number === 0 ? "no" : number} ${number === 1 ? one : many}`;
}

/** `minutes.md:12`, as editors open it; `page 3, line 12`, or `paragraph 12` where lines are not what is seen. */
export function placeInDocument(
  { page, line }: { readonly page: number | null; readonly line: number },
  { path, countedIn }: Pick<ImportReport, "path" | "countedIn">,
): string {
  if (page !== null) return `${path}, page ${page}, ${countedIn} ${line}`;
  return countedIn === "line" ? `${path}:${line}` : `${path}, ${countedIn} ${line}`;
}

function tellDoubt(
  { span, severity, message, advice }: Diagnostic,
  report: ImportReport,
  paint: Paint,
): Shown[] {
  const { source, placeOf } = report;
  const words = showLine(source, span);
  return [
    shown`${placeInDocument(placeOf(span.start), report)}  ${paint(severity, message)} ${advice}`,
    ...(words === "" ? [] : [shown`  ${paint("quiet", `│ ${words}`)}`]),
  ];
}

/** A long paragraph is known by how it begins. */
const LONGEST = 160;

/** The line in which a place lies, as far as it is needed to know it again. */
export function showLine(source: SourceFile, { start }: Span): string {
  const words = lineText(source, placeOf(source, start).line).trim();
  return words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST))} …`;
}

/** What stands on page after page is told once. */
function tellDropped(dropped: readonly DocumentLine[], report: ImportReport): string[] {
  const groups = new Map<string, DocumentLine[]>();
  for (const line of dropped) {
    const group = groups.get(line.text);
    if (group === undefined) groups.set(line.text, [line]);
    else group.push(line);
  }
  return [...groups].map(([text, lines]) => {
    const times = lines.length === 1 ? "" : ` (${lines.length} times)`;
    return `${placeInDocument(lines[0]!, report)}  ${text}${times}`;
  });
}
