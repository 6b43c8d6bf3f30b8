import { MONTHS } from "../../model/day.ts";
import { isTimeAlone } from "../due.ts";

const BEHIND =
  /(?:\s[-\u2013\u2014]\s+|\s*[([]\s*|\s(?=by\s))(?:by\s+|due\s+)?(?<due>[^()[\]\u2013\u2014]{2,40}?)\s*[)\]]?\.?$/iu;
const LOOSELY =
  /^(?:asap|urgent(?:ly)?|immediately|monthly|weekly|quarterly|(?:before|at|by|for)?\s*(?:the\s+)?next\s+(?:time|mtg|meeting|month|week|one)|this\s+(?:week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|w\/[ce]\b.{1,20}|within\s+.{1,20}|(?:end|mid|early|late)(?:\s+of)?[\s-]+(?:\p{L}+)(?:\s+\d{2,4})?|(?:before\s+)?half[\s-]term|\p{L}+\s+meeting)$/iu;

const DAY_AND_MONTH = /^(?<day>\d{1,2})[/.](?<month>\d{1,2})$/;

/** `9/7` as it is read where there is no year: a day of a month. */
export function spellMonth(words: string): string {
  const parts = DAY_AND_MONTH.exec(words)?.groups;
  const month = parts === undefined ? undefined : MONTHS[Number(parts.month) - 1];
  return month === undefined ? words : `${parts!.day} ${month}`;
}

/** Words behind the last dash of an action, or in brackets, that say until when: `Bus shelter – end of June`; null where none do. */
export function dueInWords(text: string): string | null {
  const words = BEHIND.exec(text)?.groups?.due?.trim();
  return words !== undefined && (LOOSELY.test(words) || isTimeAlone(spellMonth(words))) ? words : null;
}
