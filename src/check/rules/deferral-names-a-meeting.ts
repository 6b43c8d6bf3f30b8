import { type Day, formatDay, MONTHS } from "../../model/day.ts";
import { nameOf } from "../../model/file-name.ts";
import type { Deferral, Note } from "../../model/meeting.ts";
import type { Span } from "../../source/source-file.ts";
import type { KeptMeeting, KeptNote } from "../kept-note.ts";
import { dayOf, excerpt, indexFrom, inOrder, isOwnForm, isWithin, isYaml, quoted } from "../place.ts";
import type { Prose } from "../prose.ts";
import { HELD, type Rule, type RuleFinding } from "../rule.ts";
import { isSameItem } from "../title.ts";

export const deferralNamesAMeeting: Rule = {
  id: "deferral-names-a-meeting",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "What is deferred says to when or to whom, and is an item of the meeting that it was deferred to.",
  why: "Items get lost too. What is put off to no day comes back on none. (An error where it is missing from the agenda of the meeting that it names; only offered where no `Deferred:` says so.)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Custody

Deferred: Custody of young people, to 18 May 2020, as the paper was late.
`,
      "2020-05-18.md": `---
date: 2020-05-18
state: agenda
---

## 1. Custody of young people
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Custody

[|Deferred: Custody of young people, as the paper was late.|]

## 2. Release

[|Deferred: Release on a Friday, to 18 May 2020.|]

## 3. Women

The paper came late. The [|item was deferred|].
`,
      "2020-05-18.md": `---
date: 2020-05-18
state: agenda
---

## 1. Performance
`,
    },
  },
  *check(note, { prose, text }) {
    const { meeting } = note;
    yield* findUnmarked(note, prose);
    for (const deferral of meeting.deferred) {
      if (meetingOf(deferral, meeting) !== null || isForwardPlan(deferral, text) || saysToWhom(deferral.text))
        continue;
      yield {
        span: deferral.span,
        message: "This does not say to which meeting it is put off.",
        advice: `Write \`, to ${formatDay(meeting.nextMeeting ?? "2020-05-18")}\`, or to whom it goes.`,
      };
    }
  },
  *checkBooked({ meeting }, { notes }) {
    for (const deferral of meeting.deferred) {
      const { span, text } = deferral;
      const to = meetingOf(deferral, meeting);
      const lost = to === null ? null : findLoser(text, to, meeting, notes);
      if (lost === null) continue;
      const isToCome = lost.state === "agenda";
      yield {
        span,
        severity: isToCome ? "error" : "warning",
        message: `It was put off to ${formatDay(to!)}, and is no item ${isToCome ? "there" : "there or later"}.`,
        advice: `Add an item ${quoted(topicOf(text))} to ${isToCome ? `\`${nameOf(lost.path)}\`` : "the next agenda"}.`,
        related: [
          { path: lost.path, span: lost.items[0]?.span ?? { start: 0, end: 0 }, message: "Its items begin" },
        ],
      };
    }
  },
};

/** The day of the meeting to which something is put off, where it names one. */
function meetingOf({ to, text }: Deferral, { nextMeeting }: KeptMeeting): Day | null {
  return to ?? (/\bnext\s+(?:\S+\s+){0,2}?meeting\b/i.test(text) ? nextMeeting : null);
}

/** What is put off in so many words: `This item was deferred`, `Carried over to the next meeting`. */
const PUT_OFF = new RegExp(
  [
    "(?=[DHP])(?<=^|\\n|[.;]\\s+)(?:Deferred|Postponed|Held over)\\b(?!\\s*(?:\\d|:|\\())",
    "\\b(?:item|paper|report|discussion|presentation|this|it)\\b(?:\\s+\\p{L}{1,40}){0,4}\\s+(?:was|were|is|has\\s+been)\\s+(?:therefore\\s+)?(?:deferred|postponed|held\\s+over|carried\\s+over|not\\s+taken)\\b",
    "\\b[Cc]arr(?:y|ied)\\s+(?:over\\s+|forward\\s+)?to\\s+(?:the\\s+)?next\\s+(?:time|meeting)\\b",
    "(?=T)(?<=^|\\n|[.;]\\s+)To\\s+come\\s+back\\b",
  ].join("|"),
  "gu",
);
const PUT_OFF_HINT = /deferred|postponed|held\s+over|carr(?:y|ied)|not\s+taken|come\s+back/i;

/** An item of which the text alone says that it was put off, so that no agenda will have it. */
function* findUnmarked(note: Note, prose: Prose): Iterable<RuleFinding> {
  const found = isOwnForm(note) ? [...prose.find(PUT_OFF, PUT_OFF_HINT, "paragraph")] : [];
  if (found.length === 0) return;
  const { items, deferred, progress, actions, decisions } = note.meeting;
  const itemAt = ({ start }: Span) => items[indexFrom(items, start + 1, ({ body }) => body.start) - 1];
  const said = inOrder([...progress, ...actions, ...decisions, ...deferred]);
  const isToldIn = new Set(deferred.map(({ span }) => itemAt(span)));
  for (const { span } of found) {
    const item = itemAt(span);
    if (item === undefined || isToldIn.has(item)) continue;
    if (isWithin(span, said)) continue;
    isToldIn.add(item);
    yield {
      span,
      severity: "information",
      message: "This reads as if something was put off, and no agenda will ask for it.",
      advice: isYaml(note)
        ? "If it was, add it to the item's `deferred`."
        : `If it was, write on a line of its own: \`Deferred: ${shown(item.title)}, to …\`.`,
    };
  }
}

function shown(title: string): string {
  return excerpt(title.replaceAll("`", "'"), 40);
}

const PERIOD = new RegExp(
  `\\b(?:spring|summer|autumn|winter|(?:${MONTHS.join("|")})|\\d{4}|next\\s+(?:\\S+\\s+){0,2}?meeting)\\b`,
  "i",
);
/** `to the Audit Committee`, `to MOPAC`: a name, or a group of people. */
const TO_WHOM =
  /\bto\s+(?:the\s+)?(?:\p{Lu}|(?:\p{L}+\s+){0,3}(?:committee|group|board|panel|team|officers?)\b)/u;

function saysToWhom(text: string): boolean {
  return PERIOD.test(text) || TO_WHOM.test(text);
}

/** What is put off, without when and why. */
function topicOf(text: string): string {
  const topic = text.split(
    /,?\s+(?:to|until|till|as|because|for)\s+(?=the\s|next\s|\d|\p{Lu})|,\s+(?:as|because|since)\s/u,
  )[0]!;
  return topic.replace(/[\s.,;:]+$/, "");
}

/** A forward plan may leave open when. */
function isForwardPlan({ span }: Deferral, text: string): boolean {
  return /^\W*forward/i.test(text.slice(span.start, span.start + 12));
}

/** The meeting to which something was put off, where it is at hand and neither it nor a later one has the item. */
function findLoser(
  text: string,
  to: Day,
  meeting: KeptMeeting,
  notes: readonly KeptNote[],
): KeptMeeting | null {
  const later = notes.map((other) => other.meeting).filter((other) => dayOf(other) > dayOf(meeting));
  const there = later.find(
    (other) => other.state !== "cancelled" && (dayOf(other) === to || other.movedFrom === to),
  );
  if (there === undefined) return null;
  const topic = topicOf(text);
  const isTaken = ({ items, deferred }: KeptMeeting) =>
    items.some(({ title }) => isSameItem(title, topic)) ||
    deferred.some((other) => isSameItem(topicOf(other.text), topic));
  return later.some((other) => dayOf(other) >= dayOf(there) && isTaken(other)) ? null : there;
}
