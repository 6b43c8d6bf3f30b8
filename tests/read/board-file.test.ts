import { expect, test } from "vitest";
import { BARE_BOARD } from "../../src/model/board.ts";
import { readBoard } from "../../src/read/board-file.ts";
import { readYamlInFull } from "../../src/yaml/full-yaml.ts";

const boardOf = (yaml: string) => readBoard(readYamlInFull(yaml).node);

test("a board is read as its file tells it", () => {
  expect(
    boardOf(`name: Reducing Reoffending Board
short-name: RRB
document-title: Note of Meeting
secretariat: MOPAC
place: City Hall
time: 10:30-12:30
time-zone: Europe/Paris
quorum: 5
default-due: next meeting
standing-items: [Welcome, Any other business]
organisations:
  - { id: MPS, name: Metropolitan Police Service, also: [Met Police, the Met], member: yes }
  - { id: NPS, name: National Probation Service, until: 2021-06-26, became: Probation Service }
people:
  - { initials: AO, name: Ann Other, organisation: MOPAC }
statuses: { Parked: open, "signed  off": closed }
rules: { action-has-due-date: warning, action-has-owner: off }
check-from: 2026-09-17
`),
  ).toEqual({
    name: "Reducing Reoffending Board",
    shortName: "RRB",
    documentTitle: "Note of Meeting",
    secretariat: "MOPAC",
    place: "City Hall",
    time: "10:30-12:30",
    timeZone: "Europe/Paris",
    quorum: 5,
    defaultDue: "next meeting",
    standingItems: ["Welcome", "Any other business"],
    organisations: [
      {
        id: "MPS",
        name: "Metropolitan Police Service",
        also: ["Met Police", "the Met"],
        member: true,
        until: null,
        became: null,
      },
      {
        id: "NPS",
        name: "National Probation Service",
        also: [],
        member: false,
        until: "2021-06-26",
        became: "Probation Service",
      },
    ],
    people: [{ initials: "AO", name: "Ann Other", organisation: "MOPAC" }],
    statuses: new Map([
      ["parked", "open"],
      ["signed off", "closed"],
    ]),
    rules: new Map([
      ["action-has-due-date", "warning"],
      ["action-has-owner", "off"],
    ]),
    checkFrom: "2026-09-17",
  });
});

test.each([
  ["yes", true],
  ["true", true],
  ["Yes", true],
  ["no", false],
  ["false", false],
  ["perhaps", false],
  ["", false],
])("`member: %s`", (written, member) => {
  expect(boardOf(`organisations: [{ id: MPS, member: ${written} }]`).organisations[0]!.member).toBe(member);
});

test("no file, and a file of nothing, give the bare board", () => {
  expect(readBoard(null)).toEqual(BARE_BOARD);
  expect(boardOf("{}")).toEqual(BARE_BOARD);
});

test("a body may be told by its name or its abbreviation alone", () => {
  const { organisations, people } = boardOf(
    "organisations: [MPS, { name: NHS England }, { id: HMPPS }, {}, []]\npeople: [Ann Other]\n",
  );
  expect(organisations.map(({ id, name }) => [id, name])).toEqual([
    ["MPS", "MPS"],
    ["NHS England", "NHS England"],
    ["HMPPS", "HMPPS"],
  ]);
  expect(people).toEqual([{ initials: null, name: "Ann Other", organisation: null }]);
});

test("what is not understood is left as it is without a file", () => {
  expect(
    boardOf(`name: [x]
time-zone: Atlantis
quorum: five
standing-items: { a: b }
organisations: { id: x }
people: [[]]
statuses: [parked]
rules: { action-has-owner: loud }
check-from: 2026-02-30
`),
  ).toEqual({
    ...BARE_BOARD,
    organisations: [{ id: "x", name: "x", also: [], member: false, until: null, became: null }],
  });
});
