import { BARE_BOARD, type Board } from "../../src/model/board.ts";
import type { Meeting, Note } from "../../src/model/meeting.ts";
import { readNoteFile } from "../../src/read/note-file.ts";
import { sourceFile } from "../../src/source/source-file.ts";

/** A register of made-up bodies. */
export const BOARD: Board = {
  ...BARE_BOARD,
  organisations: [
    { id: "CSO", name: "City Safety Office", also: ["the Office"], member: true, until: null, became: null },
    { id: "POL", name: "City Police", also: [], member: true, until: null, became: null },
    { id: "DWB", name: "Department for Work and Bread", also: [], member: false, until: null, became: null },
  ],
  people: [{ initials: "RA", name: "Ruth Ade", organisation: "POL" }],
  statuses: new Map([["parked", "open"]]),
};

export async function readFile(path: string, text: string, board: Board = BOARD): Promise<Note> {
  return readNoteFile(sourceFile(path, text), board);
}

/** Reads the body of a note in rrb's own form, of 21 January 2020 with the next meeting on 18 May. */
export async function readBody(body: string, board: Board = BOARD): Promise<Meeting> {
  const top =
    "---\ndate: 2020-01-21\npresent: [CSO, Ann Other (City Police), Office for Tests (OfT)]\nnext-meeting: 2020-05-18\n---\n\n";
  return (await readFile("2020-01-21.md", top + body, board)).meeting;
}

/** Reads a note as it stands, without front matter. */
export async function readReal(text: string, board: Board = BARE_BOARD): Promise<Meeting> {
  return (await readFile("2020-01-21.md", text, board)).meeting;
}
