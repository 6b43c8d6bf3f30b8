import type { Day } from "../model/day.ts";

/** The moment that a time of day is in a time zone, in UTC: `2026-05-14T09:30:00Z`. */
export function utcOf(day: Day, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // Twice, since the clocks may change between the first guess and the moment itself.
  const guess = wanted - aheadAt(wanted, timeZone);
  return new Date(wanted - aheadAt(guess, timeZone)).toISOString().replace(".000", "");
}

/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function aheadAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  const shown = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(shown) - moment;
}
