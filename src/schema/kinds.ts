import * as z from "zod/mini";
import { isDay, isTimeZone } from "../model/day.ts";
import { MEETING_ID } from "../model/reference.ts";

/**
 * What a value in front matter can be. zod carries the name of a kind in place of a message, and `schema-wording.ts`
 * has the sentences for it.
 */
export type Kind =
  | "text"
  | "list"
  | "text or list"
  | "keys"
  | "day"
  | "time"
  | "time zone"
  | "number"
  | "yes or no"
  | "meeting"
  | "choice";

const kind = (name: Kind): Kind => name;

/** Words, and any other value as it is written. */
export const text = z.string(kind("text"));

/** A list of words. */
export const texts = list(text);

/** A day of the calendar, `2020-01-21`. */
export const day = z
  .string(kind("day"))
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, kind("day")), z.refine(isDay, kind("day")));

/** When a meeting starts and ends, `10:30-12:30`. */
export const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The same, as a value of a key. */
export const time = z.string(kind("time")).check(z.regex(CLOCK, kind("time")));

/** A time zone of the IANA database. */
export const timeZone = z.string(kind("time zone")).check(z.refine(isTimeZone, kind("time zone")));

/** A whole number from 1. */
export const number = z.string(kind("number")).check(z.regex(/^[1-9]\d{0,3}$/, kind("number")));

/** `yes`, `no`, `true` or `false`. */
export const yesOrNo = z
  .string(kind("yes or no"))
  .check(z.regex(/^(?:[Yy]es|[Nn]o|[Tt]rue|[Ff]alse)$/, kind("yes or no")));

/** The id of a meeting: its day, and a word where one day has two. */
export const meetingId = z.string(kind("meeting")).check(z.regex(MEETING_ID, kind("meeting")));

/** One of a few words. */
export function choice<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, kind("choice"));
}

/** A map whose keys are all known. */
export function keys<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, kind("keys"));
}

/** A map from words of the board's own to one of a few words. */
export function choices<const Words extends readonly string[]>(words: Words) {
  return z.record(z.string(), choice(words), kind("keys"));
}

/** A list of one thing. */
export function list<Element extends z.core.$ZodType>(element: Element) {
  return z.array(element, kind("list"));
}

/** One text, or a map whose keys are all known. */
export function textOrKeys<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.union([text, keys(shape)], kind("keys"));
}

/** One text, or a list. */
export function textOrList<Element extends z.core.$ZodType>(element: Element) {
  return z.union([text, list(element)], kind("text or list"));
}

/** Words, or a list of words. */
export const textOrTexts = textOrList(text);

/** A key that may be left out, and what it says. */
export function may<Value extends z.core.$ZodType>(value: Value, description: string) {
  return z.optional(value).check(z.describe(description));
}
