import { type Day, dayOf, MONTHS } from "../model/day.ts";
import type { Deferral, Meeting } from "../model/meeting.ts";
import { findDay } from "../model/written-day.ts";
import { MEETING_TO_COME, titleOf } from "./asked-for.ts";
import { SAME_WORDS } from "./match.ts";
import { dayOfMeeting, isHeld } from "./order.ts";
import { bagOf, containmentOf } from "./words.ts";

/** What a held note put off, and no later meeting has had among its items. */
export interface Deferred {
  readonly title: string;
  readonly meeting: Meeting;
}

/**
 * What has been put off to a day or earlier, oldest first. What names no time is meant for the very next meeting, so
 * that only the last held note can have put it off.
 */
export function findDeferred(meetings: readonly Meeting[], day: Day): Deferred[] {
  const before = meetings.filter((meeting) => (dayOfMeeting(meeting) ?? "") <= day);
  const last = before.findLast(isHeld);
  return before.filter(isHeld).flatMap((meeting) =>
    meeting.deferred.flatMap((deferral) => {
      const { title, from } = readDeferral(deferral, dayOfMeeting(meeting));
      const isDue = from === null ? meeting === last : from <= day;
      return isDue && !wasTaken(title, meeting, before) ? [{ title, meeting }] : [];
    }),
  );
}

/** Whether a later meeting has an item in these words. */
function wasTaken(title: string, since: Meeting, meetings: readonly Meeting[]): boolean {
  const bag = bagOf(title);
  return meetings
    .slice(meetings.indexOf(since) + 1)
    .filter(({ state }) => state !== "cancelled")
    .some(({ items }) => items.some((item) => containmentOf(bag, bagOf(item.title)) >= SAME_WORDS));
}

const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** Words that say to when, behind what is put off; what comes after them is the reason. */
const TO_A_PERIOD = new RegExp(
  `,?\\s+(?:to|until|till|in|for|by)\\s+(?:the\\s+)?(?:(?:early|mid|late|end\\s+of|start\\s+of)[\\s-]+)?(?:(?<period>${[...Object.keys(SEASONS), ...MONTHS].join("|")})(?:\\s+of)?(?:\\s+(?<year>\\d{4}))?|(?<yearAlone>\\d{4}))\\b`,
  "iu",
);
const TO_A_MEETING = new RegExp(
  `,?\\s+(?:to|until|till|for|at|on)\\s+(?:the\\s+agenda\\s+(?:of|for)\\s+)?${MEETING_TO_COME}`,
  "iu",
);
const BEFORE_A_DAY =
  /,?\s+(?:to|until|till|for|on|at|by)(?:\s+(?:the\s+)?(?:meeting|board)(?:\s+(?:of|on))?)?(?:\s+the)?\s*$/i;
const REASON = /,?\s+(?:as|because|since|pending|so that)\s/i;

/** What is put off, and from which day on it is due; null where no time is named. */
function readDeferral({ text, to }: Deferral, after: Day | null): { title: string; from: Day | null } {
  const day = findDay(text, after);
  if (day !== null && to !== null)
    return { title: titleOf(text.slice(0, day.start).replace(BEFORE_A_DAY, "") || text), from: to };
  const period = TO_A_PERIOD.exec(text);
  const cut = period ?? TO_A_MEETING.exec(text) ?? REASON.exec(text);
  const title = titleOf((cut === null ? text : text.slice(0, cut.index)) || text);
  return { title, from: period === null ? to : startOfPeriod(period.groups!, after) };
}

/** The first day of a season, a month or a year; without a year, of the first one after a day. */
function startOfPeriod(named: Readonly<Record<string, string | undefined>>, after: Day | null): Day | null {
  const { period, year, yearAlone } = named;
  if (period === undefined) return dayOf(Number(yearAlone), 1, 1);
  const month =
    SEASONS[period.toLowerCase()] ??
    MONTHS.findIndex((name) => name.toLowerCase() === period.toLowerCase()) + 1;
  if (year !== undefined) return dayOf(Number(year), month, 1);
  if (after === null) return null;
  const day = dayOf(Number(after.slice(0, 4)), month, 1)!;
  return day > after ? day : dayOf(Number(after.slice(0, 4)) + 1, month, 1);
}
