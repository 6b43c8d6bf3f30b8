import * as z from "zod/mini";
import { DECISION_KINDS, MEETING_STATES } from "../model/meeting.ts";
import {
  choice,
  day,
  keys,
  list,
  may,
  meetingId,
  number,
  text,
  textOrKeys,
  textOrList,
  textOrTexts,
  texts,
  time,
  yesOrNo,
} from "./kinds.ts";

const confirmed = keys({
  at: may(meetingId, "The later meeting that confirmed this note."),
  on: may(day, "The day on which it was confirmed outside a meeting."),
  by: may(text, "How it was confirmed, such as correspondence."),
});

const confirming = keys({
  meeting: meetingId.check(z.describe("The meeting whose note was confirmed.")),
  fingerprint: may(text, "The fingerprint that the note had then."),
});

const frontMatter = {
  date: day.check(z.describe("The day of the meeting, the same as the file's name.")),
  time: may(time, "When it starts and ends."),
  place: may(text, "Where it is held."),
  state: may(choice(MEETING_STATES), "How far the note has come; draft where nothing is said."),
  chair: may(text, "Who takes the chair: a body, or a person."),
  present: may(texts, "Who is there: bodies, or persons with their bodies."),
  "in-attendance": may(texts, "Who is there without being a member."),
  apologies: may(texts, "Who sent word."),
  absent: may(texts, "Who did not come and did not send word."),
  "next-meeting": may(day, "The day of the next meeting."),
  confirmed: may(confirmed, "When and how the note was confirmed."),
  confirms: may(list(confirming), "The notes that this meeting confirmed."),
  corrections: may(textOrTexts, "What was put right after the note was confirmed."),
  fingerprint: may(text, "The fingerprint that the note was confirmed with."),
  inquorate: may(yesOrNo, "Whether too few members were there."),
  "moved-to": may(day, "The day to which the meeting was moved."),
  "moved-from": may(day, "The day from which the meeting was moved."),
  reason: may(text, "Why the meeting was cancelled."),
  title: may(text, "What the note is called."),
  papers: may(textOrTexts, "The papers that were circulated."),
};

const action = keys({
  number: may(number, "The number of the action in this note."),
  text: text.check(z.describe("What is to be done.")),
  owners: may(textOrTexts, "Who is to do it; the first is accountable."),
  due: may(text, "By when: a day, a meeting or an event."),
});

const decision = keys({
  number: may(number, "The number of the decision in this note."),
  kind: may(choice(DECISION_KINDS), "The word that the note uses for it."),
  text: text.check(z.describe("What was decided.")),
});

const deferral = textOrKeys({
  text: text.check(z.describe("What is put off.")),
  to: may(text, "To when, or to whom."),
});

const item = keys({
  title: may(text, "The title of the item."),
  lead: may(text, "Who leads on it."),
  note: may(text, "What was said, in Markdown."),
  actions: may(list(action), "The actions raised under it."),
  decisions: may(list(decision), "The decisions taken under it."),
  deferred: may(list(deferral), "What was put off."),
});

const progress = keys({
  ref: may(text, "The reference of the earlier action."),
  text: may(text, "The action, in its own words."),
  status: may(text, "What has become of it."),
  update: may(text, "What was said of it."),
  due: may(text, "The due date now."),
  owner: may(textOrTexts, "Who owns it now."),
});

/** The front matter of a meeting that is written in Markdown. */
export const FRONT_MATTER_SCHEMA = keys(frontMatter).check(
  z.describe("The front matter of a meeting of the board."),
);

/** A meeting that is written wholly in YAML. */
export const MEETING_SCHEMA = keys({
  ...frontMatter,
  items: may(list(item), "The items of business, in order."),
  progress: may(
    textOrList(progress),
    "What is reported on earlier actions, or one sentence for all of them.",
  ),
}).check(z.describe("A meeting of the board, wholly in YAML."));
