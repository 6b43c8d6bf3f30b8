import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { Fault } from "../../src/model/meeting.ts";
import { BOARD_SCHEMA } from "../../src/schema/board.ts";
import { FRONT_MATTER_SCHEMA, MEETING_SCHEMA } from "../../src/schema/meeting.ts";
import { checkBoardKeys, checkMeetingKeys } from "../../src/schema/schema.ts";
import { readFrontMatterInFull, readYamlInFull } from "../../src/yaml/full-yaml.ts";

/** A text without its marks, and the stretches that it marks ‹like this›. */
function unmark(marked: string): { text: string; places: string[] } {
  const places: string[] = [];
  let [text, open] = ["", 0];
  for (const piece of marked.split(/([‹›])/)) {
    if (piece === "‹") open = text.length;
    else if (piece === "›") places.push(`${open}-${text.length}`);
    else text += piece;
  }
  return { text, places };
}

const placesOf = (faults: readonly Fault[]) => faults.map(({ span }) => `${span.start}-${span.end}`);

const sentencesOf = (faults: readonly Fault[]) => faults.map(({ message, advice }) => `${message} ${advice}`);

/** Checks front matter with a body below it, and demands a fault exactly at every mark. */
function faultsOf(marked: string): string[] {
  const { text, places } = unmark(
    `${marked.startsWith("‹---›") ? "" : "---\n"}${marked}\n---\n\n## 1. Welcome\n`,
  );
  const { node, faults } = readFrontMatterInFull(text);
  expect(faults).toEqual([]);
  const found = checkMeetingKeys(node!, text);
  expect(placesOf(found)).toEqual(places);
  return sentencesOf(found);
}

function faultsOfYaml(marked: string, check: typeof checkBoardKeys): string[] {
  const { text, places } = unmark(marked);
  const { node, faults } = readYamlInFull(text);
  expect(faults).toEqual([]);
  const found = check(node!, text);
  expect(placesOf(found)).toEqual(places);
  return sentencesOf(found);
}

test("the front matter of the manual has no fault, nor has one with every key", () => {
  expect(
    faultsOf(`date: 2020-01-21
time: 10:30-12:30
place: City Hall
state: confirmed
chair: MOPAC
present: [MOPAC, "Ruth Adeyemi, MPS (for Colin Marsh; items 1-4)"]
in-attendance: [Two Independent Custody Visitors]
apologies: []
absent:
next-meeting: 2020-05-18
confirmed: { at: 2020-05-18-extraordinary, on: 2020-05-18, by: correspondence }
corrections: [The second name, The third]
fingerprint: sha256-00
inquorate: no
moved-to: 2020-01-28
moved-from: 2020-01-14
reason: 12
title: Note of Meeting
papers: Paper 1`),
  ).toEqual([]);
  expect(faultsOf("date: 2020-01-21")).toEqual([]);
});

describe("a slip in front matter is told at its own key or value", () => {
  test.each([
    ["‹apologes›: [NHS]", "`apologes` is no key that rrb knows here. Did you mean `apologies`?"],
    ["‹Date›: 2020-01-21", "Did you mean `date`?"],
    [
      "‹favourite-colour›: blue",
      "`favourite-colour` is no key that rrb knows here. Delete it, or write what it says below the front matter.",
    ],
    ["next-meeting: ‹2020-02-30›", "`2020-02-30` is no day of the calendar."],
    ["next-meeting: ‹18 May 2020›", "`18 May 2020` is not a date. Write `2020-05-18`."],
    [
      "next-meeting: ‹to be agreed›",
      "`to be agreed` is not a date. Write the year, the month and the day, as `2020-01-21`.",
    ],
    [
      "state: ‹drfat›",
      "`drfat` is not a value of `state`. Did you mean `draft`? Write `agenda`, `draft`, `confirmed` or `cancelled`.",
    ],
    ["state: ‹approved›", "Write `agenda`, `draft`, `confirmed` or `cancelled`."],
    [
      "time: ‹10.30 am›",
      "`10.30 am` is not a time. Write when it starts and when it ends, as `10:30-12:30`.",
    ],
    ["time: ‹25:00-26:00›", "`25:00-26:00` is not a time."],
    ["place: ‹[City Hall]›", "`place` is a list where a text belongs."],
    ["chair: ‹{ name: Ann }›", "`chair` is a set of keys where a text belongs."],
    ["apologies: ‹NHS›", "`apologies` is a text where a list belongs. Write `apologies: [NHS]`."],
    ["apologies: ‹Ann Other, NHS›", "Write each entry on a line of its own, indented, after `- `."],
    ["present: [MOPAC, ‹[MPS]›, ‹{ id: NHS }›]", "An entry of `present` is a list where a text belongs."],
    ["present:\n  - MOPAC\n  -‹›\n  - MPS", "An entry of `present` is empty."],
    ["inquorate: ‹perhaps›", "`perhaps` is not `yes` or `no`."],
    [
      "confirmed: ‹yes›",
      "`confirmed` is a text where a set of keys belongs. Write it as `{ at: … }`; its keys are `at`, `on` or `by`.",
    ],
    ["confirmed: { ‹when›: 2020-05-18 }", "The keys here are `at`, `on` or `by`."],
    ["confirmed: { at: ‹the next one›, on: ‹yesterday› }", "`the next one` is not a meeting."],
    ["corrections: [one, ‹[two]›]", "An entry of `corrections` is a list where a text belongs."],
    [
      "corrections: ‹{ one: two }›",
      "`corrections` is a set of keys where a text or a list of texts belongs.",
    ],
    [
      "‹items›: []",
      "`items` is a key of meetings that are written wholly in YAML. Write it below the front matter, in Markdown.",
    ],
    ["‹__proto__›: x", "`__proto__` is no key that rrb knows here."],
    ["‹constructor›: x", "`constructor` is no key that rrb knows here."],
  ])("%j", (slip, sentence) => {
    const sentences = faultsOf(
      `date: 2020-01-21\n${slip}`.replace("date: 2020-01-21\n‹Date›: 2020-01-21", "‹Date›: 2020-01-21"),
    );
    expect(sentences[0]).toContain(sentence);
  });

  test("all at once, in the order of the file", () => {
    expect(
      faultsOf(`‹colour›: blue
date: ‹21st›
time: ‹noon›
place: ‹[]›
state: ‹closed›
present: ‹MOPAC›
absent: [‹[]›]
inquorate: ‹1›
confirmed: { ‹att›: x, at: ‹x› }
‹choir›: MOPAC`),
    ).toHaveLength(11);
  });
});

test("the date alone is required, and its lack is told at the fence", () => {
  expect(faultsOf("‹---›\nplace: City Hall")).toEqual([
    "The key `date` is missing. Write `date: 2020-01-21`, with the day of the meeting.",
  ]);
  expect(faultsOf("date:‹›\nplace: City Hall")).toHaveLength(1);
});

test("a meeting in YAML has items and progress besides", () => {
  const meeting = `date: 2020-01-21
items:
  - title: Welcome
    lead: MOPAC
    note: |
      Everybody was welcomed.
    actions: [{ number: 1, text: Write, owners: [MPS, NHS], due: next meeting }, { text: Read, owners: MPS }]
    decisions: [{ number: 1, kind: Agreed, text: So be it }]
    deferred: [Transitions, { text: Custody, to: 2020-05-18 }]
progress:
  - { ref: 2019-09-27/1, text: Report, status: Delayed, update: none, due: 14 Oct 2019, owner: MPS }
`;
  expect(faultsOfYaml(meeting, checkMeetingKeys)).toEqual([]);
  expect(
    faultsOfYaml("date: 2020-01-21\nprogress: not reviewed – an extraordinary meeting\n", checkMeetingKeys),
  ).toEqual([]);
});

test("what is wrong in a meeting in YAML is told at that very element", () => {
  expect(
    faultsOfYaml(
      `date: 2020-01-21
items:
  - ‹titel›: Welcome
    actions: [{ number: ‹one›, text: Write, ‹owner›: x }, { ‹number›: 2 }]
    decisions: [{ kind: ‹Agred›, text: x }]
    deferred: [Transitions, { ‹txt›: x }, ‹[]›]
  - ‹Welcome›
progress:
  - { ref: 2019-09-27/1, ‹stauts›: Complete, owner: [MPS, ‹[]›] }
`,
      checkMeetingKeys,
    ),
  ).toEqual([
    "`titel` is no key that rrb knows here. Did you mean `title`?",
    "`one` is not a whole number from 1. Write it in digits, such as `5`.",
    "`owner` is no key that rrb knows here. Did you mean `owners`?",
    "The key `text` is missing here. Write `text: ` and what it is.",
    "`Agred` is not a value of `kind`. Did you mean `Agreed`? Write `Decision`, `Agreed`, `Resolved`, `Endorsed`, `Noted` or `Recommended`.",
    "`txt` is no key that rrb knows here. Did you mean `text`?",
    "An entry of `deferred` is a list where a set of keys belongs. Write it as `{ text: … }`; its keys are `text` or `to`.",
    "An entry of `items` is a text where a set of keys belongs. Write it as `{ title: … }`; its keys are `title`, `lead`, `note`, `actions`, `decisions` or `deferred`.",
    "`stauts` is no key that rrb knows here. Did you mean `status`?",
    "An entry of `owner` is a list where a text belongs. Write one text, in quotes where it holds a colon.",
  ]);
});

test("what is wrong in board.yaml is told at its own place", () => {
  expect(
    faultsOfYaml(
      `name: Example Board
quorum: ‹five›
time-zone: ‹Europe/Lundon›
standing-items: [Welcome, ‹[]›]
organisations:
  - { id: MPS, ‹membr›: yes, until: ‹2020›, also: ‹Met› }
  - { id: NHS, member: ‹sometimes› }
  - { ‹name›: Nobody }
people: [{ initials: AO, name: Ann Other }, ‹AO›]
statuses: { parked: ‹opne› }
rules: { action-has-owner: ‹warn› }
check-from: ‹soon›
‹chek›: x
`,
      checkBoardKeys,
    ),
  ).toEqual([
    "`five` is not a whole number from 1. Write it in digits, such as `5`.",
    "`Europe/Lundon` is not a time zone. Write it as `Europe/London`, by continent and city.",
    "An entry of `standing-items` is a list where a text belongs. Write one text, in quotes where it holds a colon.",
    "`membr` is no key that rrb knows here. Did you mean `member`?",
    "`2020` is not a date. Write the year, the month and the day, as `2020-01-21`.",
    "`also` is a text where a list belongs. Write `also: [Met]`.",
    "`sometimes` is not `yes` or `no`. Write `yes` or `no`.",
    "The key `id` is missing here. Write `id: ` and what it is.",
    "An entry of `people` is a text where a set of keys belongs. Write it as `{ initials: … }`; its keys are `initials`, `name` or `organisation`.",
    "`opne` is not a value of `parked`. Did you mean `open`? Write `open`, `closed`, `withdrawn` or `moved`.",
    "`warn` is not a value of `action-has-owner`. Write `error`, `warning`, `information` or `off`.",
    "`soon` is not a date. Write the year, the month and the day, as `2020-01-21`.",
    "`chek` is no key that rrb knows here. Delete it.",
  ]);
});

test("the schemas can be given out as JSON Schema, with a sentence for every key", () => {
  for (const schema of [FRONT_MATTER_SCHEMA, MEETING_SCHEMA, BOARD_SCHEMA]) {
    const { properties, description } = z.toJSONSchema(schema) as {
      properties: Record<string, { description?: string }>;
      description?: string;
    };
    expect(description).toMatch(/\.$/);
    for (const [key, property] of Object.entries(properties)) {
      expect(property.description, key).toMatch(/\.$/);
    }
  }
});
