import { describe, expect, test } from "vitest";
import type { YamlNode } from "../../src/source/yaml-node.ts";
import { readFrontMatter, readPlainYaml } from "../../src/yaml/front-matter.ts";
import { readFrontMatterInFull, readYamlInFull } from "../../src/yaml/full-yaml.ts";

/** A node as its bare values. */
function bare(node: YamlNode | null): unknown {
  if (node === null) return null;
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(bare);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, bare(value)]));
}

const BOARD = `name: Reducing Reoffending Board
short-name: RRB
document-title: Note of Meeting   # or Minutes
time: 10:30-12:30
quorum: 5                         # how many members make a meeting quorate
default-due: next meeting
standing-items: [Welcome and apologies, Actions from previous meeting, Any other business]
organisations:
  - { id: MPS, name: Metropolitan Police Service, also: [Met Police, the Met], member: yes }
  - { id: NPS, name: National Probation Service, until: 2021-06-26, became: Probation Service }
  - id: MOPAC
    name: "Mayor's Office for Policing and Crime"
    also:
      - Mayor's Office
    member: yes
people:                           # optional
  - { initials: AO, name: Ann Other, organisation: MOPAC }
statuses: { parked: open }
rules: { action-has-due-date: warning }
check-from: 2026-09-17            # earlier notes are not checked for form
`;

const NOTE = `---
date: 2020-01-21                # required
time: 10:30-12:30
place: City Hall
state: draft
chair: MOPAC
present:
  - MOPAC                       # a body
  - Ruth Adeyemi, MPS (for Colin Marsh; items 1-4)
in-attendance: [Two Independent Custody Visitors]
apologies: [NHS]                # sent word
absent: [DWP, Clinks]
next-meeting: 2020-05-18
---

## 1. Welcome and apologies
`;

const MEETING = `# The spring meeting
date: 2020-05-18
confirmed: { on: 2020-06-02, by: correspondence }

items:
- title: Welcome
  lead: MOPAC
  note: |
    Everybody was welcomed.

    Action 1: MOPAC to send out the papers.
  actions:
    - { number: 2, text: 'Check the Board''s list', owners: [MPS, MOPAC], due: 2020-06-30 }
    - number: 3
      text: Write to partners
- title: Any other business
  note: |-
    None.
progress:
  - ref: 2020-01-21/1
    status: Complete
    update: >-
      Sent.
`;

describe("front matter as people write it is read without a library", () => {
  test.each([
    ["the note of the manual", NOTE],
    ["two lines", "---\ndate: 2020-01-21\nstate: agenda\n---\n"],
    ["Windows line ends", NOTE.replaceAll("\n", "\r\n")],
    ["a list at the margin", "---\ndate: 2020-01-21\npresent:\n- MOPAC\n- MPS\n---\nText"],
    ["an empty value", "---\ndate: 2020-01-21\nchair:\npresent: []\n---\n"],
    [
      "a confirmation",
      "---\ndate: 2020-01-21\nstate: confirmed\nconfirmed:\n  at: 2020-05-18\nfingerprint: sha256-0ab1\n---\n",
    ],
    [
      "quotation marks",
      "---\ndate: '2020-01-21'\ntitle: \"Note: the first\"\nreason: 'the Chair''s illness'\n---\n",
    ],
    [
      "comments and blank lines",
      "---\n# The note\n\ndate: 2020-01-21 # a Tuesday\n\n# who\npresent: [MOPAC] # all\n---\n",
    ],
    ["a blank after the fence", "--- \ndate: 2020-01-21\n--- \nText"],
  ])("%s", (_, text) => {
    const read = readFrontMatter(text);
    expect(read).not.toBeNull();
    expect(read).toEqual(readFrontMatterInFull(text));
    expect(bare(read!.node)).toMatchObject({ date: "2020-01-21" });
  });

  test("the board of the manual", () => {
    expect(readPlainYaml(BOARD)).not.toBeNull();
    expect(readPlainYaml(BOARD)).toEqual(readYamlInFull(BOARD));
    expect(bare(readPlainYaml(BOARD)!.node)).toMatchObject({
      quorum: "5",
      organisations: [
        { also: ["Met Police", "the Met"], member: "yes" },
        { until: "2021-06-26" },
        { id: "MOPAC" },
      ],
      statuses: { parked: "open" },
    });
  });

  test("a meeting in YAML, with its notes in Markdown", () => {
    const text = MEETING.replace("    update: >-\n      Sent.\n", "");
    expect(readPlainYaml(text)).not.toBeNull();
    expect(readPlainYaml(text)).toEqual(readYamlInFull(text));
  });
});

test("a note that does not open with a fence has no front matter", () => {
  for (const text of ["", "# Note of Meeting", "----\ndate: x\n----\n", "-- \n", " ---\ndate: x\n---\n"]) {
    expect(readFrontMatter(text)).toEqual({ node: null, bodyStart: 0, faults: [] });
    expect(readFrontMatterInFull(text)).toEqual({ node: null, bodyStart: 0, faults: [] });
  }
});

test("the body starts on the line below the closing fence", () => {
  for (const text of [NOTE, NOTE.replaceAll("\n", "\r\n")]) {
    expect(text.slice(readFrontMatter(text)!.bodyStart).trimStart()).toMatch(/^## 1\. Welcome/);
    expect(text[readFrontMatter(text)!.bodyStart - 1]).toBe("\n");
  }
});

test("every key and every value keeps its place in the file", () => {
  const { node } = readFrontMatter(NOTE)!;
  const places = node?.kind === "map" ? node.entries : [];
  expect(places.map(({ key }) => NOTE.slice(key.span.start, key.span.end))).toEqual(
    places.map(({ key }) => key.value),
  );
  const present = places.find(({ key }) => key.value === "present")!.value;
  expect(
    present.kind === "list" && present.items.map(({ span }) => NOTE.slice(span.start, span.end)),
  ).toEqual(["MOPAC", "Ruth Adeyemi, MPS (for Colin Marsh; items 1-4)"]);
});

test.each(["\n", "\r\n"])("the lines of a note in YAML keep their places, with line ends %j", (end) => {
  const text = MEETING.replaceAll("\n", end);
  const { node, faults } = readYamlInFull(text);
  expect(faults).toEqual([]);
  const items = node?.kind === "map" ? node.entries.find(({ key }) => key.value === "items")!.value : null;
  const first = items?.kind === "list" ? items.items[0]! : null;
  const note = first?.kind === "map" ? first.entries.find(({ key }) => key.value === "note")!.value : null;
  if (note?.kind !== "scalar" || note.lineOffsets === undefined)
    throw new Error("the note is a block scalar");
  const lines = note.text.split("\n");
  expect(note.lineOffsets).toHaveLength(lines.length);
  expect(lines).toEqual(["Everybody was welcomed.", "", "Action 1: MOPAC to send out the papers.", ""]);
  lines.forEach((line, index) => {
    expect(text.startsWith(line, note.lineOffsets![index]!)).toBe(true);
  });
  expect(text.slice(note.span.start, note.span.end)).toMatch(/^\|[\s\S]*papers\.$/);
});

test.each([
  ["a repeated key", "date: 2020-01-21\ndate: 2020-01-22\n"],
  ["a colon in a value", "title: Note: the first\n"],
  ["a tab", "date:\t2020-01-21\n"],
  ["an anchor", "date: &d 2020-01-21\n"],
  ["a value over two lines", "title: one\n  two\n"],
  ["a brace left open", "confirmed: { at: 2020-05-18\n"],
  ["an escape", 'title: "a \\" b"\n'],
  ["what could be a heading", "date: 2020-01-21\n## 1. Welcome\n"],
])("the quick reader leaves %s to the full one", (_, yaml) => {
  expect(readFrontMatter(`---\n${yaml}---\n`)).toBeNull();
  expect(readPlainYaml(yaml)).toBeNull();
});
