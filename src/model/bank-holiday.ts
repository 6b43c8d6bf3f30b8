import { addDays, type Day, dayOf } from "./day.ts";

/**
 * The bank holidays of England that did not follow the rule, from 1995 on: a day's name, or null where the rule's day
 * was none that year. Source: royal proclamations under the Banking and Financial Dealings Act 1971, as listed at
 * https://www.gov.uk/bank-holidays.
 */
const EXCEPTIONS: Readonly<Record<Day, string | null>> = {
  "1995-05-01": null,
  "1995-05-08": "the Early May bank holiday",
  "1999-12-31": "the bank holiday for the Millennium",
  "2002-05-27": null,
  "2002-06-03": "the bank holiday for the Golden Jubilee",
  "2002-06-04": "the Spring bank holiday",
  "2011-04-29": "the bank holiday for the Royal Wedding",
  "2012-05-28": null,
  "2012-06-04": "the Spring bank holiday",
  "2012-06-05": "the bank holiday for the Diamond Jubilee",
  "2020-05-04": null,
  "2020-05-08": "the Early May bank holiday",
  "2022-05-30": null,
  "2022-06-02": "the Spring bank holiday",
  "2022-06-03": "the bank holiday for the Platinum Jubilee",
  "2022-09-19": "the bank holiday for the State Funeral",
  "2023-05-08": "the bank holiday for the Coronation",
};

const MONDAY = 1;

/** The days of December that stand for Christmas Day and Boxing Day, by the weekday (0, Sunday) of the 25th. */
const CHRISTMAS: Readonly<Record<number, readonly [number, number]>> = {
  0: [27, 26],
  5: [25, 28],
  6: [27, 28],
};

/** The bank holiday of England and Wales that a day is, by the rule of the Act of 1971; null where it is none. */
export function bankHolidayOn(day: Day): string | null {
  const exception = EXCEPTIONS[day];
  if (exception !== undefined) return exception;
  const year = day.slice(0, 4);
  const easter = easterSunday(Number(year));
  const [christmas, boxing] = CHRISTMAS[weekdayOf(`${year}-12-25`)] ?? [25, 26];
  const found = [
    [substitute(`${year}-01-01`), inLieu(`${year}-01-01`, day, "New Year's Day")],
    [addDays(easter, -2), "Good Friday"],
    [addDays(easter, 1), "Easter Monday"],
    [firstMondayFrom(`${year}-05-01`), "the Early May bank holiday"],
    [firstMondayFrom(`${year}-05-25`), "the Spring bank holiday"],
    [firstMondayFrom(`${year}-08-25`), "the Summer bank holiday"],
    [`${year}-12-${christmas}`, inLieu(`${year}-12-25`, day, "Christmas Day")],
    [`${year}-12-${boxing}`, inLieu(`${year}-12-26`, day, "Boxing Day")],
  ].find(([holiday]) => holiday === day);
  return found?.[1] ?? null;
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** From 0, Sunday. */
function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}

function firstMondayFrom(day: Day): Day {
  return addDays(day, (7 + MONDAY - weekdayOf(day)) % 7);
}

/** What a day is called on which a holiday is kept that falls on another, a Saturday or a Sunday. */
function inLieu(holiday: Day, day: Day, name: string): string {
  return holiday === day ? name : `the bank holiday for ${name}`;
}

/** The Monday after a holiday that falls on a weekend. */
function substitute(day: Day): Day {
  return isWeekend(day) ? firstMondayFrom(day) : day;
}

/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1)!;
}
