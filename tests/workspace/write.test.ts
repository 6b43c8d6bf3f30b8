import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createFolder } from "../../src/workspace/create.ts";
import { changeFiles } from "../../src/workspace/write.ts";
import { makeWorld } from "../made-up-world.ts";
import { makeFolder, openMeetings, readMeetings, refusalOf } from "./folder.ts";

const NOTE = "---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n";
const FIRST = "meetings/2026-01-20.md";
const SECOND = "meetings/2026-05-19.md";
const FILES = {
  "meetings/board.yaml": "name: Harbour Lights Board\n",
  [FIRST]: NOTE,
  [SECOND]: NOTE.replace("01-20", "05-19"),
};

let folder = "";

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function begin(files: Readonly<Record<string, string>> = FILES): ReturnType<typeof openMeetings> {
  folder = makeFolder(files);
  return openMeetings(folder);
}

describe("What is changed", () => {
  test.each([
    ["a byte-order mark", `\ufeff${NOTE}`],
    ["Windows line ends", NOTE.replaceAll("\n", "\r\n")],
    ["line ends of both kinds, and none at the end", `${NOTE}one\r\ntwo\nthree`],
    ["letters beyond ASCII", `${NOTE}The café at Łódź 🚢\n`],
  ])("%s and everything beside the edit stay", async (_, text) => {
    const workspace = await begin({ ...FILES, [FIRST]: text });
    const before = workspace.source(FIRST).text;
    changeFiles(workspace, [{ path: FIRST, before, after: before.replace("Lamps", "Buoys") }]);
    expect(readMeetings(folder)).toEqual({ ...FILES, [FIRST]: text.replace("Lamps", "Buoys") });
  });

  test.each([0o600, 0o664])("who may read and write a note stays: %i", async (mode) => {
    const workspace = await begin();
    chmodSync(join(folder, FIRST), mode);
    changeFiles(workspace, [{ path: FIRST, before: NOTE, after: "new\n" }]);
    expect(statSync(join(folder, FIRST)).mode & 0o777).toBe(mode);
  });

  test("a new note is as any new file of this user", async () => {
    const workspace = await begin();
    changeFiles(workspace, [{ path: "meetings/2026-09-15.md", before: null, after: NOTE }]);
    writeFileSync(join(folder, "another"), "");
    const modes = ["another", "meetings/2026-09-15.md"].map((path) => statSync(join(folder, path)).mode);
    expect(modes[1]).toBe(modes[0]);
  });

  test("a note that is to stay as it is, is not written", async () => {
    const workspace = await begin();
    const { ino } = statSync(join(folder, FIRST));
    changeFiles(workspace, [{ path: FIRST, before: NOTE, after: NOTE }]);
    expect(statSync(join(folder, FIRST)).ino).toBe(ino);
  });

  test("a link within the folder stays one, and the note that it leads to changes", async () => {
    const workspace = await begin({ ...FILES, "meetings/kept/minutes": NOTE });
    unlinkSync(join(folder, FIRST));
    symlinkSync(join("kept", "minutes"), join(folder, FIRST));
    changeFiles(workspace, [{ path: FIRST, before: NOTE, after: "new\n" }]);
    expect(lstatSync(join(folder, FIRST)).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "meetings/kept/minutes"), "utf8")).toBe("new\n");
  });
});

describe("Nothing is written", () => {
  /** Changes both notes, after something has come in between, and tells why rrb won't. */
  async function refuse(between: () => void, path: string = SECOND, before: string | null = FILES[SECOND]!) {
    const workspace = await begin();
    between();
    const found = readMeetings(folder);
    const said = refusalOf(() =>
      changeFiles(workspace, [
        { path: FIRST, before: NOTE, after: "new\n" },
        { path, before, after: "new\n" },
      ]),
    );
    expect(readMeetings(folder)).toEqual(found);
    return said;
  }

  test("where one of the notes is no longer the one that was read", async () => {
    expect(await refuse(() => writeFileSync(join(folder, SECOND), `${FILES[SECOND]}typed meanwhile\n`))).toBe(
      "`meetings/2026-05-19.md` has changed since rrb read it. Run the same command again.",
    );
  });

  test("where one is gone", async () => {
    expect(await refuse(() => unlinkSync(join(folder, SECOND)))).toBe(
      "`meetings/2026-05-19.md` is no longer there. Run the same command again.",
    );
  });

  test("where one to be made exists", async () => {
    const path = "meetings/2026-09-15.md";
    expect(await refuse(() => writeFileSync(join(folder, path), "mine\n"), path, null)).toBe(
      "`meetings/2026-09-15.md` exists, and rrb overwrites nothing. Name another file, or move that one.",
    );
  });

  test("where a link that leads nowhere has the name of one to be made", async () => {
    const path = "meetings/2026-09-15.md";
    expect(await refuse(() => symlinkSync("2026-05-19.md", join(folder, path)), path, null)).toMatch(
      / exists, /,
    );
  });

  test("where a folder stands in the place of a note", async () => {
    const between = () => {
      unlinkSync(join(folder, SECOND));
      mkdirSync(join(folder, SECOND));
    };
    expect(await refuse(between)).toBe(
      "`meetings/2026-05-19.md` can't be changed. It is a folder. Put the note itself in its place.",
    );
  });

  test("where a link leads out of the board's folder", async () => {
    const between = () => {
      writeFileSync(join(folder, "outside.md"), FILES[SECOND]!);
      unlinkSync(join(folder, SECOND));
      symlinkSync(join("..", "outside.md"), join(folder, SECOND));
    };
    expect(await refuse(between)).toBe(
      "`meetings/2026-05-19.md` can't be changed. It is a link that leads out of the board's folder. Put the note itself in its place.",
    );
    expect(readFileSync(join(folder, "outside.md"), "utf8")).toBe(FILES[SECOND]);
  });

  test("where two names are one file", async () => {
    const between = () => {
      writeFileSync(join(folder, FIRST), NOTE);
      unlinkSync(join(folder, SECOND));
      symlinkSync("2026-01-20.md", join(folder, SECOND));
    };
    expect(await refuse(between, SECOND, NOTE)).toBe(
      "`meetings/2026-01-20.md` and `meetings/2026-05-19.md` are one file. Put the note itself in place of the link.",
    );
  });

  test.each([
    "2026-05-19.md",
    "../2026-05-19.md",
    "meetings/../2026-05-19.md",
    "meetings/kept/2026-05-19.md",
    "/tmp/2026-05-19.md",
    "meetings/..",
    "meetings/.rrb-lock",
    "meetings/a\\b.md",
    "",
  ])("outside the board's folder: %j", async (path) => {
    expect(await refuse(() => {}, path, null)).toBe(
      `\`${path}\` lies outside the board's folder. Name a file of the board.`,
    );
  });

  test("under a name that is too long", async () => {
    const path = `meetings/${"2".repeat(300)}.md`;
    expect(await refuse(() => {}, path, null)).toBe(
      `\`${path}\` can't be written: its name is too long. Choose a shorter one.`,
    );
  });
});

test("A note that changed after it was read is not read again: its places would be those of another text", async () => {
  const workspace = await begin();
  writeFileSync(join(folder, FIRST), NOTE.replace("Lamps", "Buoys"));
  utimesSync(join(folder, FIRST), 1, 1);
  expect(refusalOf(() => workspace.source(FIRST))).toBe(
    "`meetings/2026-01-20.md` has changed since rrb read it. Run the same command again.",
  );
});

describe("A new board", () => {
  const BOARD = [
    { name: "2026-01-20.md", text: NOTE },
    { name: "board.yaml", text: FILES["meetings/board.yaml"]! },
  ];
  const create = (typed: string) => createFolder(makeWorld(folder, []), typed, BOARD);

  test("gets a folder, and the folders that this one lies in", () => {
    folder = makeFolder({});
    expect(create("north/harbour")).toEqual(["north/harbour/2026-01-20.md", "north/harbour/board.yaml"]);
    expect(readFileSync(join(folder, "north/harbour/2026-01-20.md"), "utf8")).toBe(NOTE);
  });

  test("may begin in a folder that is there, and be begun again in the same words", () => {
    folder = makeFolder({ "meetings/README.md": "Our minutes.\n" });
    expect(create("meetings")).toEqual(["meetings/2026-01-20.md", "meetings/board.yaml"]);
    const made = readMeetings(folder);
    create("meetings");
    expect(readMeetings(folder)).toEqual(made);
  });

  test("overwrites nothing, and then makes nothing", () => {
    folder = makeFolder({ "meetings/board.yaml": "name: Another board\n" });
    expect(refusalOf(() => create("meetings"))).toBe(
      "`meetings/board.yaml` exists, and rrb overwrites nothing. Name another file, or move that one.",
    );
    expect(readMeetings(folder)).toEqual({ "meetings/board.yaml": "name: Another board\n" });
  });

  test.each([
    ["meetings/board.yaml", "a file stands in its place"],
    ["meetings/board.yaml/north", "a file stands where its folder should be"],
  ])("has no place at %s, where there is a file", (typed, why) => {
    folder = makeFolder({ "meetings/board.yaml": "" });
    expect(refusalOf(() => create(typed))).toBe(
      `The folder \`${typed}\` can't be made: ${why}. Name another one.`,
    );
  });
});
