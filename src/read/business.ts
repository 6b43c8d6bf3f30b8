import type { Fault, Item, Meeting, ProgressRow, ProgressSection } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import { readDecisions, readDeferrals, readRaising } from "./agreed.ts";
import { collectBusiness } from "./collecting.ts";
import { joinLog } from "./log-joining.ts";
import { saysNone } from "./marked-line.ts";
import type { Outline, Section } from "./outline.ts";
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";

/** What was done at a meeting. */
export type Business = Pick<
  Meeting,
  | "items"
  | "actions"
  | "log"
  | "logHeading"
  | "progress"
  | "progressHeading"
  | "progressSections"
  | "blanket"
  | "decisions"
  | "deferred"
>;

/** Reads what was done at a meeting, section by section; `leftOver` is what stands behind an attendance list. */
export function readBusiness(
  outline: Outline,
  leftOver: ReadonlyMap<Section, readonly Passage[]>,
  reading: Reading,
): { business: Business; faults: readonly Fault[] } {
  const found = collectBusiness(outline, leftOver, reading);
  const raisings = found.lines
    .filter(({ line }) => line.kind === "Action" && line.text !== "" && !saysNone(line.text))
    .map(({ line, item: under }) => readRaising(line, under, reading));
  const { actions, reports } = joinLog(raisings, found.log, found.rows, reading);
  const business = {
    items: readItems(outline, reading),
    actions,
    log: found.log.map(({ row }) => row),
    logHeading: findHeading(outline, "log"),
    progress: placeRows([...found.rows, ...reports]),
    progressHeading: findHeading(outline, "progress"),
    progressSections: findProgressSections(outline),
    blanket: found.blankets[0] ?? null,
    decisions: readDecisions(found.lines, reading),
    deferred: readDeferrals(found.lines, reading),
  };
  return { business, faults: found.faults };
}

/** The rows with their places. They are nobody else's yet, so each gets its own and none is copied. */
function placeRows(rows: readonly Omit<ProgressRow, "place">[]): ProgressRow[] {
  return rows.map((row, index) => Object.assign(row, { place: index + 1 }));
}

function readItems(outline: Outline, reading: Reading): Item[] {
  const items = outline.sections.filter((section) => section.isItem);
  return items.map(({ number, title, heading }, index) => {
    const end = items[index + 1]?.heading.start ?? reading.text.length;
    return { number, title, span: heading, body: { start: heading.end, end } };
  });
}

function findHeading(outline: Outline, kind: "progress" | "log"): Span | null {
  return (
    outline.sections.find((section) => section.hasOwnPart && section.part?.kind === kind)?.heading ?? null
  );
}

function findProgressSections({ sections }: Outline): ProgressSection[] {
  return sections
    .filter(({ part }) => part?.kind === "progress")
    .map(({ title, heading, passages }) => ({
      title,
      span: heading,
      end: passages.at(-1)?.span.end ?? heading.end,
    }));
}
