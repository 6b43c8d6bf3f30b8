import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildRrb } from "./built.ts";
import { type Stop, stopEverywhere } from "./stopped.ts";

let built = "";

beforeAll(async () => {
  built = await buildRrb();
});

afterAll(() => {
  rmSync(built, { recursive: true });
});

const BOARD = `name: Harbour Lights Board
standing-items: [Welcome and apologies, Minutes of the previous meeting, Actions from previous meeting]
organisations:
  - { id: HMO, name: Harbour Master's Office }
  - { id: NWT, name: North Water Trust }
`;

const JANUARY = `---
date: 2026-01-20
state: draft
chair: HMO
present: [HMO, NWT]
next-meeting: 2026-05-19
---

## 1. Lamps

Action 1 (HMO; by 27 February 2026): Replace the lamp on the east mole.
Action 2 (NWT): Say what a second bell would cost.
`;

const MAY = `\ufeff${`---
date: 2026-05-19
state: draft
chair: HMO
present: [HMO, NWT]
next-meeting: 2026-09-15
---

## 1. Minutes of the previous meeting

Agreed.

## 2. Actions from previous meeting

| Ref          | Action                                | Owner | Due              | Status   | Update |
| ------------ | ------------------------------------- | ----- | ---------------- | -------- | ------ |
| 2026-01-20/1 | Replace the lamp on the east mole     | HMO   | 27 February 2026 | Complete |        |
| 2026-01-20/2 | Say what a second bell would cost     | NWT   |                  | Ongoing  |        |

## 3. Buoys

Action (NWT): Paint the north buoy, which nobody numbered.
`.replaceAll("\n", "\r\n")}`;

const SEPTEMBER = `---
date: 2026-09-15
state: agenda
---

## 1. Actions from previous meeting

| Ref          | Action                            | Owner | Due | Status   | Update |
| ------------ | --------------------------------- | ----- | --- | -------- | ------ |
| 2026-01-20/2 | Say what a second bell would cost | NWT   |     | Complete |        |
| 2026-05-19/1 | Paint the north buoy              | NWT   |     |          |        |
`;

const HELD = {
  "meetings/board.yaml": BOARD,
  "meetings/2026-01-20.md": JANUARY,
  "meetings/2026-05-19.md": MAY,
};
const PLANNED = {
  ...HELD,
  "meetings/2026-05-19.md": MAY.replace("Action (", "Action 1 (").replace(", which nobody numbered", ""),
  "meetings/2026-09-15.md": SEPTEMBER,
};

/** A board without notes, and two of them as plain text. */
const DRAWER = {
  "meetings/board.yaml": BOARD,
  "january.txt": `Note of the meeting of 20 January 2026

Present: HMO, NWT

1. Lamps

Action: HMO to replace the lamp on the east mole.

2. Any other business

None.
`,
  "may.txt": `Note of the meeting of 19 May 2026

Present: HMO, NWT

1. Actions from previous meeting

- HMO to replace the lamp on the east mole. Complete

2. Any other business

None.
`,
};

/** Two notes with an action that has no number each. */
const UNNUMBERED = { ...HELD, "meetings/2026-01-20.md": JANUARY.replace("Action 2", "Action") };

type Commands = readonly (readonly [string, Readonly<Record<string, string>>])[];

/** The commands that write one file, as a secretary types them, and the board that each finds. */
const ONE_FILE: Commands = [
  ["actions --format csv -o actions.csv", HELD],
  [
    "new-meeting 2026-09-15 --refresh",
    { ...HELD, "meetings/2026-09-15.md": SEPTEMBER.replace(/^.*05-19.*\n/m, "") },
  ],
  ["action 2026-05-19/1 --status Complete", PLANNED],
  ["start 2026-09-15", PLANNED],
];

/** Those that write several files which belong together. */
const SEVERAL_FILES: Commands = [
  ["new-meeting", HELD],
  ["confirm 2026-01-20 --at 2026-05-19", PLANNED],
  ["move-meeting 2026-09-15 2026-09-22", PLANNED],
  ["check --fix", UNNUMBERED],
  ["import may.txt january.txt", DRAWER],
  ["init harbour --name Lights --date 2026-09-15", {}],
];

async function stop(typed: string, files: Readonly<Record<string, string>>, by: Stop): Promise<number> {
  const line = [join(built, "bin", "rrb.js"), "--today", "2026-06-01", ...typed.split(" ")];
  return (await stopEverywhere({ line, files }, by)).length;
}

describe("Wherever rrb is killed, each file is the old or the new one, and the command can be run again", () => {
  test.each([...ONE_FILE, ...SEVERAL_FILES])("rrb %s", async (typed, files) => {
    expect(await stop(typed, files, "kill")).toBeGreaterThan(5);
  });
});

// What else the disk may say, `tests/workspace` hears from it through the same door.
describe("Wherever the disk turns out to be full, the same", () => {
  test.each(SEVERAL_FILES)("rrb %s", async (typed, files) => {
    expect(await stop(typed, files, "ENOSPC...")).toBeGreaterThan(15);
  });
});
