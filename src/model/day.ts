/** A calendar day as ISO 8601 writes it, `2020-01-21`. Days compare as text. */
export type Day = string;

const MILLISECONDS_A_DAY = 86_400_000;

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export const WEEKDAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day that exists, written in full: `2020-02-30` is none. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || !ISO.test(text)) return false;
  return exists(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
}

/** The day of a year, month and day of the month (both from 1), or null where there is none. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!exists(year, month, dayOfMonth)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

function exists(year: number, month: number, dayOfMonth: number): boolean {
  return year >= 1000 && year <= 9999 && dayOfMonth >= 1 && dayOfMonth <= daysIn(year, month);
}

/** How many days a month has, from 1; none where there is no such month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12 || !Number.isInteger(month)) return 0;
  return SHORT_MONTHS.includes(month) ? 30 : 31;
}

const SHORT_MONTHS = [4, 6, 9, 11];

/** The day so many days later; earlier where `days` is negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative where `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY);
}

/** A day as the Board writes it: `21 January 2020`. */
export function formatDay(day: Day): string {
  const [year, month, dayOfMonth] = day.split("-");
  return `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** The day it is at a moment in a time zone of the IANA database, such as `Europe/London`. */
export function dayIn(timeZone: string, moment: Date): Day {
  // London is never more than an hour ahead, and asking Intl takes a quarter of the time of a whole short command.
  if (timeZone === "Europe/London" && moment.getUTCHours() < 23) return moment.toISOString().slice(0, 10);
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return parts.format(moment);
}

/** Whether a text names a time zone of the IANA database. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
