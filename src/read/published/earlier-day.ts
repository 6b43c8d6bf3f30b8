import type { Day } from "../../model/day.ts";
import { findDay, namesMonth } from "../../model/written-day.ts";
import type { Outline } from "../outline.ts";

const FROM_A_DAY =
  /\b(?:actions?(?:\s+(?:points?|items?|list))?|outstanding|follow[\s-]?ups?)\s+from\s+(?:the\s+)?(?:meeting\s+(?:of|on)\s+)?(?:\p{L}+day\s+)?(?<day>\S.*)$/iu;

/** The outline in which a list headed by another day than the meeting's own reports on earlier actions: `Actions from 3 March`. */
export function withEarlierLists(outline: Outline, date: Day | null): Outline {
  if (date === null) return outline;
  const sections = outline.sections.map((section) =>
    section.part?.kind === "log" && speaksOfAnother(section.title, date)
      ? { ...section, part: { kind: "progress" as const, mattersArising: false, contentFrom: null } }
      : section,
  );
  return { ...outline, sections };
}

function speaksOfAnother(title: string, date: Day): boolean {
  const written = FROM_A_DAY.exec(title)?.groups?.day;
  if (written === undefined) return false;
  const found = findDay(written, date);
  if (found === null) return namesMonth(written) && !namesMonthOf(written, date);
  return found.day !== null && found.day.slice(found.yearless ? 5 : 0) !== date.slice(found.yearless ? 5 : 0);
}

function namesMonthOf(words: string, date: Day): boolean {
  return (
    findDay(`${date.slice(8)} ${/\p{L}+/u.exec(words)?.[0] ?? ""}`, date)?.day?.slice(5, 7) ===
    date.slice(5, 7)
  );
}
