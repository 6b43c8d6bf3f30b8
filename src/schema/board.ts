import * as z from "zod/mini";
import { STATES } from "../model/status.ts";
import { choices, day, keys, list, may, number, text, texts, time, timeZone, yesOrNo } from "./kinds.ts";

const organisation = keys({
  id: text.check(z.describe("The short name by which notes know it.")),
  name: may(text, "Its full name."),
  also: may(texts, "Other names it goes by."),
  member: may(yesOrNo, "Whether it counts towards the quorum."),
  until: may(day, "The last day on which it existed under this name."),
  became: may(text, "What it became."),
});

const person = keys({
  initials: may(text, "The initials that notes use."),
  name: text.check(z.describe("The name.")),
  organisation: may(text, "The body that the person comes from."),
});

/** What `board.yaml` may hold. */
export const BOARD_SCHEMA = keys({
  name: may(text, "The name of the board."),
  "short-name": may(text, "Its abbreviation."),
  "document-title": may(text, "What it calls its record: Minutes, Note of Meeting."),
  secretariat: may(text, "The body that keeps the record."),
  place: may(text, "Where it meets, for the next agenda."),
  time: may(time, "When a meeting starts and ends, for the next agenda."),
  "time-zone": may(timeZone, "Where it is today, when nothing else says."),
  quorum: may(number, "How many members make a meeting quorate."),
  "default-due": may(text, "When an action is due that says nothing."),
  "standing-items": may(texts, "The items of every agenda."),
  organisations: may(list(organisation), "The bodies on the board, and those it speaks of."),
  people: may(list(person), "The persons that notes may name."),
  statuses: may(choices(STATES), "Words this board uses for a status, and the state they mean."),
  rules: may(
    choices(["error", "warning", "information", "off"]),
    "Rules that this board grades in its own way.",
  ),
  "check-from": may(day, "Earlier notes are read, but not checked for form."),
}).check(z.describe("A board: its name, its bodies, its standing items, its own words and rules."));
