import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { makeWorld } from "../made-up-world.ts";

const BOARD = "name: Harbour Lights Board\n";

const JANUARY = `Note of the meeting of 20 January 2026

Present: Harbour Office, North Water Trust

1. Lamps

Action 1: Harbour Office to paint the lamp house before the summer.

Action 2: The Trust to ask the pilots which lamps they steer by.

2. Any other business

None.
`;

const MAY = `Note of the meeting of 19 May 2026

Present: Harbour Office, North Water Trust

1. Actions from the previous meeting

- The lamp house should get its paint by the summer. Ongoing
- The Trust to ask the pilots which lamps they steer by. Complete

2. Any other business

None.
`;

const UNDATED = JANUARY.replace(" of 20 January 2026", "");

const UP = "\u001b[A";
const ENTER = "\r";
const CTRL_C = "\u0003";
const HIDES_THE_CURSOR = "\u001b[?25l";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rrb-import-"));
  mkdirSync(join(folder, "meetings"));
  writeFileSync(join(folder, "meetings", "board.yaml"), BOARD);
  write({ "january.txt": JANUARY, "may.txt": MAY, "undated.txt": UNDATED });
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

const notes = () => readdirSync(join(folder, "meetings")).filter((name) => name.endsWith(".md"));
const note = (day: string) => readFileSync(join(folder, "meetings", `${day}.md`), "utf8");

/** Runs `rrb import` in a pipe. */
async function run(...words: readonly string[]) {
  const world = makeWorld(folder, ["import", ...words]);
  const code = await main(world);
  return { code, ...world.said };
}

/** Runs `rrb import` at a terminal; each question, as it comes, is answered with the next of these keys. */
async function ask(words: readonly string[], ...answers: readonly string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const world = makeWorld(folder, ["import", ...words, "--no-color"], { COLUMNS: "100" });
  const keys = [...answers];
  const stdout = {
    ...world.stdout,
    write: (text: string) => {
      world.stdout.write(text);
      if (!text.includes(HIDES_THE_CURSOR)) return;
      // The question listens once it is drawn.
      queueMicrotask(() => stdin.write(keys.shift() ?? CTRL_C));
    },
  };
  const code = await main({ ...world, stdout, stdin });
  const bare = (text: string) => text.replace(/\u001b\[[\d;?]*[A-Za-z]/g, "");
  return { code, said: bare(world.said.stdout), told: bare(world.said.stderr), left: keys.length };
}

describe("At a terminal rrb import asks", () => {
  test("which earlier action a reworded row speaks of, and writes its reference", async () => {
    const { code, said } = await ask(["may.txt", "january.txt"], UP + ENTER);
    expect(said).toContain("may.txt:7\n");
    expect(said).toContain("The lamp house should get its paint by the summer.");
    expect(said).toContain("2026-01-20/1  Harbour Office to paint the lamp house before the summer.");
    expect(said).toContain("Leave it open");
    expect(code).toBe(0);
    expect(note("2026-05-19")).toContain("2026-01-20/1");
    expect(note("2026-05-19")).toContain("2026-01-20/2");
  });

  test("and leaves it open where nobody knows", async () => {
    const { code, told } = await ask(["may.txt", "january.txt"], ENTER);
    expect(code).toBe(0);
    expect(note("2026-05-19")).not.toContain("2026-01-20/1");
    expect(note("2026-05-19")).toContain("2026-01-20/2");
    expect(told).toContain("No earlier note at hand has this action. Did you mean `2026-01-20/1`");
  });

  describe("who is accountable, where the note names somebody", () => {
    const REGISTER =
      "organisations:\n  - { id: HMO, name: Harbour Master's Office, also: [Harbour Office] }\n";
    const MARCH = JANUARY.replace("20 January", "3 March")
      .replace("Harbour Office, North", "Harbour Office\nNorth")
      .replace("Harbour Office to paint", "Harbour Ofice to paint")
      .replace(
        "The Trust to ask the pilots which lamps they steer by",
        "A list of lamps to be asked of the HMO",
      );

    beforeEach(() => {
      write({ "march.txt": MARCH });
      writeFileSync(join(folder, "meetings", "board.yaml"), BOARD + REGISTER);
    });

    test("and writes whom the register knows by nearly that name", async () => {
      const { code, said, told } = await ask(["march.txt"], UP + UP + ENTER, UP + ENTER);
      expect(said).toContain("march.txt:8\n");
      expect(said).toContain("Action 1: Harbour Ofice to paint the lamp house before the summer.");
      expect(said).toContain("Who is accountable for this?");
      expect(said).toContain("HMO  Harbour Master's Office");
      expect(said).toContain("Harbour Ofice, as it is written here");
      expect(code).toBe(0);
      expect(note("2026-03-03")).toContain("\nAction 1 (HMO): Harbour Ofice to paint the lamp house");
      expect(note("2026-03-03")).toContain("\nAction 2 (HMO): A list of lamps");
      expect(told).not.toContain("Please look at");
    });

    test("or the name as it is written", async () => {
      const { told } = await ask(["march.txt"], UP + ENTER, UP + ENTER);
      expect(note("2026-03-03")).toContain("\nAction 1 (Harbour Ofice): Harbour Ofice to paint");
      expect(told).not.toContain("Please look at");
    });

    test("or leaves it open, and tells of it", async () => {
      const { told } = await ask(["march.txt"], ENTER, ENTER);
      expect(note("2026-03-03")).toContain("\nAction 1 (Harbour Ofice): Harbour Ofice to paint");
      expect(note("2026-03-03")).toContain("\nAction 2: A list of lamps");
      expect(told).toContain("`Harbour Ofice`, to whom this is given, is no body of the register.");
      expect(told).toContain("This action names nobody who is accountable for it.");
    });

    test("and takes no guess with --yes", async () => {
      const { code, left } = await ask(["march.txt", "--yes"], ENTER);
      expect([code, left]).toEqual([0, 1]);
      expect(note("2026-03-03")).toContain("\nAction 2: A list of lamps");
    });

    test("and writes nothing of any document once somebody stops halfway", async () => {
      const { code, told } = await ask(["january.txt", "march.txt"], UP + ENTER, CTRL_C);
      expect(code).toBe(2);
      expect(told).toContain("Nothing is written. `rrb import` asks again.\n");
      expect(notes()).toEqual([]);
    });
  });

  test("for the day of a meeting whose note does not say it", async () => {
    const { code, said } = await ask(["undated.txt"], `2025-10-07${ENTER}`);
    expect(said).toContain("On which day was the meeting of undated.txt?");
    expect(code).toBe(0);
    expect(notes()).toEqual(["2025-10-07.md"]);
  });

  test("and writes nothing once somebody stops", async () => {
    const { code, told } = await ask(["may.txt", "january.txt"], CTRL_C);
    expect(code).toBe(2);
    expect(told).toContain("Nothing is written.");
    expect(notes()).toEqual([]);
    expect((await ask(["undated.txt", "january.txt"], CTRL_C)).code).toBe(2);
    expect(notes()).toEqual([]);
  });

  test("nothing with --yes", async () => {
    const { code, left } = await ask(["may.txt", "january.txt", "--yes"], ENTER);
    expect({ code, left }).toEqual({ code: 0, left: 1 });
    expect(note("2026-05-19")).not.toContain("2026-01-20/1");
  });

  test("and shows how far it has come, on one line", async () => {
    const world = makeWorld(folder, ["import", "may.txt", "january.txt", "--yes"], { COLUMNS: "80" });
    await main(world);
    expect(world.said.stderr).toContain(
      "\r\u001b[KReading 1 of 2: may.txt\r\u001b[KReading 2 of 2: january.txt\r\u001b[K",
    );
  });
});

test("In a pipe nothing is asked, and no progress is shown", async () => {
  const { code, stderr } = await run("may.txt", "january.txt");
  expect(code).toBe(0);
  expect(stderr).not.toContain("Reading");
});

describe("Without a board", () => {
  beforeEach(() => rmSync(join(folder, "meetings"), { recursive: true }));

  test("a note can be looked at, and written where the line says, but not into a board", async () => {
    expect((await run("january.txt", "--format", "json")).code).toBe(0);
    expect((await run("january.txt", "--dry-run")).stdout).toContain("date: 2026-01-20");
    expect((await run("january.txt", "--output", "note.md")).code).toBe(0);
    expect(readFileSync(join(folder, "note.md"), "utf8")).toContain("date: 2026-01-20");
    const refused = await run("january.txt");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toBe(
      "There is no board here to write into. Set one up with `rrb init`, or name its folder with `--board DIR`.\n",
    );
  });
});

describe("What is no note of a meeting is refused, and told for what it is", () => {
  const others: readonly (readonly [string, string, string])[] = [
    [
      "a decision paper",
      "# Request for a decision: a new lamp\n\n## Executive summary\n\nThe lamp is old.\n\n## Recommendation\n\n1. That a lamp be bought.\n2. That it be lit.\n\n## Financial implications\n\nIt costs money.\n",
      "is a decision paper, not the note of a meeting",
    ],
    [
      "a letter",
      "Dear Ann,\n\nThe bell is loud.\n\nYours sincerely\nBo\n",
      "is a letter, not the note of a meeting",
    ],
    [
      "a CV",
      "# Bo Lee\n\n## Employment history\n\n- 2019 to 2021: keeper of lamps\n\n## Education\n\n- Harbour School\n",
      "is a CV, not the note of a meeting",
    ],
    [
      "an invoice",
      "INVOICE 12\n\nRope, forty fathoms: 44.00\n\nTotal: 44.00\n\nPayment due by 2 April 2026.\n",
      "is an invoice, not the note of a meeting",
    ],
    [
      "an e-mail",
      "From: Bo Lee\nTo: Ann Other\nSubject: The bell\n\nIt is loud.\n",
      "is an e-mail, not the note of a meeting",
    ],
    [
      "another board's agenda",
      "Quay Board\n\nAgenda for the meeting on 14 May 2026\n\n1. Welcome\n2. Lamps\n",
      "is an agenda, not the note of a meeting",
    ],
    [
      "a blank form",
      "Minutes of the meeting held on ______\n\nPresent:\n\nApologies:\n\n1. Lamps\n\nActions\n\nDate of next meeting:\n",
      "is a form for minutes that nobody has filled in",
    ],
    [
      "a chapter of a novel",
      "CHAPTER ONE\n\nIt was the third of March 1891. Marsh had agreed to meet the doctor.\n\n“You will send for the boat,” said the doctor, “by Friday.”\n\nThe action was his, and nobody present could have said otherwise.\n",
      "is not the note of a meeting",
    ],
    ["a poem", "The lamp is out,\nthe night is long.\n", "is not the note of a meeting"],
  ];

  test.each(others)("%s", async (_, text, words) => {
    write({ "other.md": text });
    const { code, stdout, stderr } = await run("other.md");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`\`other.md\` ${words}`);
    expect(notes()).toEqual([]);
  });

  test("a file of nothing but white space", async () => {
    write({ "other.md": "\n \n" });
    expect((await run("other.md")).stderr).toMatch(/`other\.md` (?:is empty|holds no text)/);
  });
});

test("JSON that is no meeting is refused", async () => {
  write({ "broken.json": "{", "other.json": '{"actions": []}' });
  expect((await run("broken.json")).stderr).toBe(
    "`broken.json`: This is not JSON that can be read. Make it anew with `rrb render MEETING --format json`.\n",
  );
  expect((await run("other.json")).stderr).toBe(
    "`other.json`: This JSON holds no meeting. Import what `rrb render MEETING --format json` or `rrb import --format json` printed.\n",
  );
});

test("One that fails does not stop the others, and is told", async () => {
  write({ "letter.txt": "Dear Ann,\n\nYours sincerely\n" });
  const { code, stdout, stderr } = await run("letter.txt", "may.txt", "missing.docx", "january.txt");
  expect(code).toBe(1);
  expect(stdout).toBe("Wrote `meetings/2026-01-20.md`.\nWrote `meetings/2026-05-19.md`.\n");
  expect(stderr).toContain("`letter.txt` is a letter");
  expect(stderr).toContain("There is no file `missing.docx`.");
});

test("An action log without owners says where they go, and its rule for all is no place", async () => {
  write({
    "log.md":
      "# Harbour Action Log – 20 January 2026\n\n- All actions for next meeting unless otherwise stated\n\n| Action | Status |\n| --- | --- |\n| Paint the lamp house before the summer | |\n| Ask the pilots which lamps they steer by | |\n",
  });
  const { stderr } = await run("log.md");
  expect(stderr).toContain(
    "This action names nobody who is accountable for it. Write who it is in its row, under `Owner`.",
  );
  expect(note("2026-01-20")).not.toContain("place:");
});

describe("A day that may be wrong is told", () => {
  test.each([
    [
      "as it is still to come",
      "minutes.txt",
      JANUARY.replace("2026", "2062"),
      "20 January 2062 is still to come.",
    ],
    [
      "as the file's name has another",
      "2026-01-21 minutes.txt",
      JANUARY,
      "The document says 20 January 2026, and its file's name 21 January 2026. If the name is right, import it with `--date 2026-01-21`.",
    ],
    [
      "as the file's name alone has it",
      "2026-01-20 minutes.txt",
      UNDATED,
      "The day of the meeting stands in the file's name alone. See whether it was 20 January 2026.",
    ],
  ])("%s", async (_, name, text, words) => {
    write({ [name]: text });
    const { code, stderr } = await run(name);
    expect(code).toBe(0);
    expect(stderr).toContain(words);
    expect(notes()).toHaveLength(1);
  });

  test("and not where name and text agree", async () => {
    write({ "2026-01-20 minutes.txt": JANUARY });
    expect((await run("2026-01-20 minutes.txt")).stderr).not.toContain("the file's name");
  });
});

test("JSON is one document, in the order of the meetings", async () => {
  const { stdout, stderr } = await run("may.txt", "january.txt", "--format", "json");
  const told = JSON.parse(stdout);
  expect(stderr).toBe("");
  expect(told.schemaVersion).toBe(1);
  expect(told.imports.map((one: { file: string }) => one.file)).toEqual(["january.txt", "may.txt"]);
  expect(told.failed).toEqual([]);
  expect(notes()).toEqual([]);
});

test("Of a day that the board has a note of, the document can still be looked at", async () => {
  await run("january.txt");
  const { code, stdout } = await run("january.txt", "--format", "json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).meeting.actions).toHaveLength(2);
});

test("No text of a document can move the cursor or command a CI system", async () => {
  write({ "evil.txt": JANUARY.replace("None.", "\u001b[2J::error::boo It was agreed to dance.") });
  const { stderr, stdout } = await run("evil.txt");
  expect(stdout + stderr).not.toContain("\u001b");
  expect(stderr).not.toMatch(/^\s*::/m);
});
