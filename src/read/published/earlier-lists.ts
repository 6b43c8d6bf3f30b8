import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Board } from "../../model/board.ts";
import type { Day } from "../../model/day.ts";
import { findDay, namesMonth } from "../../model/written-day.ts";
import type { Outline, Section } from "../outline.ts";
import { type Passage, textIn } from "../passage.ts";
import { findTrailingStatus } from "../trailing-status.ts";
import { statusInTitle } from "./status.ts";

/**
 * The outline in which lists of earlier actions are told from those that a meeting raises: where another day than its
 * own heads them, where others say how their actions stand before the meeting went on to its items, and where a heading
 * within a log says so.
 */
export function withEarlierLists(text: string, outline: Outline, date: Day | null, board: Board): Outline {
  let isParted = false;
  const sections = outline.sections.map((section, index) => {
    if (section.part?.kind !== "log") return section;
    if (section.hasOwnPart) {
      isParted = false;
      const goesOn = outline.sections.slice(index + 1).some(({ isItem, part }) => isItem && part === null);
      const isEarlier =
        speaksOfAnother(section.title, date) || (goesOn && saysHowTheyStand(text, section, board));
      return isEarlier ? { ...section, part: EARLIER } : section;
    }
    // What stands below such a heading within a log has to say anew that it is of the log.
    const given = statusInTitle(section.title);
    isParted ||= given !== null;
    return isParted
      ? { ...section, hasOwnPart: true, part: given === null ? section.part : EARLIER }
      : section;
  });
  return { ...outline, sections: withTitledReports(text, sections) };
}

const EARLIER = { kind: "progress", mattersArising: false, contentFrom: null } as const;

const FROM_A_DAY =
  /\b(?:actions?(?:\s+(?:points?|items?|list))?|outstanding|follow[\s-]?ups?)\s+from\s+(?:the\s+)?(?:meeting\s+(?:of|on)\s+)?(?:\p{L}+day\s+)?(?<day>\S.*)$/iu;

/** `Actions from 3 March`, in the note of another day. */
function speaksOfAnother(title: string, date: Day | null): boolean {
  const written = FROM_A_DAY.exec(title)?.groups?.day;
  if (written === undefined || date === null) return false;
  const found = findDay(written, date);
  if (found === null) return namesMonth(written) && !namesMonthOf(written, date);
  const from = found.yearless ? 5 : 0;
  return found.day !== null && found.day.slice(from) !== date.slice(from);
}

function namesMonthOf(words: string, date: Day): boolean {
  const sameDay = findDay(`${date.slice(8)} ${/\p{L}+/u.exec(words)?.[0] ?? ""}`, date);
  return sameDay?.day?.slice(5, 7) === date.slice(5, 7);
}

/** Whether a list, and no table, has an entry that says how its action stands. */
function saysHowTheyStand(text: string, { passages }: Section, board: Board): boolean {
  return (
    passages.every(({ kind }) => kind !== "row") &&
    passages.some(({ lines }) =>
      lines.some((line) => {
        const words = squash(plainText(text, [line]).text);
        return /^status\s*:/i.test(words) || findTrailingStatus(words, { isOwnForm: false, board }) !== null;
      }),
    )
  );
}

const LABEL = /^(?:(?:action\s+)?owner|lead|responsible|status|update|progress|due|by\s+whom|by\s+when)\s*:/i;

/** Below a heading on earlier actions each may have a heading of its own, above labels: then it is an entry of theirs. */
function withTitledReports(text: string, sections: readonly Section[]): readonly Section[] {
  const joined: Section[] = [];
  for (const section of sections) {
    const { part, hasOwnPart, heading, passages } = section;
    const above = joined.at(-1);
    const isReport =
      part?.kind === "progress" && !hasOwnPart && !section.isItem && beginsWithLabel(text, passages);
    if (!isReport || above?.part?.kind !== "progress") {
      joined.push(section);
      continue;
    }
    const entry = textIn([heading], heading, -1, 1, -1);
    joined[joined.length - 1] = { ...above, passages: [...above.passages, entry, ...passages] };
  }
  return joined;
}

function beginsWithLabel(text: string, [first]: readonly Passage[]): boolean {
  return first?.kind === "text" && LABEL.test(squash(plainText(text, first.lines).text));
}
