import type { BoardAtHand } from "../src/check/rule.ts";
import { bookLedger } from "../src/ledger/ledger.ts";
import { BARE_BOARD } from "../src/model/board.ts";
import type { Note } from "../src/model/meeting.ts";
import { MEETING_ID } from "../src/model/reference.ts";
import { readBoardFile, readNoteFile } from "../src/read/note-file.ts";
import { type SourceFile, sourceFile } from "../src/source/source-file.ts";

/** A board of which nothing lies on a disk. */
export interface BoardInMemory extends BoardAtHand {
  readonly source: (path: string) => SourceFile | null;
}

/** Reads and books a board from its files by name, as the workspace does from a folder. */
export async function openInMemory(
  files: Readonly<Record<string, string>>,
  today: string,
): Promise<BoardInMemory> {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, sourceFile(path, text)]));
  const boardSource = sources.get("board.yaml");
  const read = boardSource === undefined ? null : await readBoardFile(boardSource);
  const board = read?.board ?? BARE_BOARD;
  const notes: Note[] = [];
  const unread: { path: string; message: string; advice: string }[] = [];
  for (const [path, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (path === "board.yaml" || /^readme\.md$/i.test(path)) continue;
    if (MEETING_ID.test(path.replace(/^.*\/|\.[^.]*$/g, ""))) notes.push(await readNoteFile(source, board));
    else unread.push({ path, message: "Its name is no date.", advice: "Call it by its day." });
  }
  return {
    board,
    boardFile: read === null ? null : { path: "board.yaml", node: read.node, faults: read.faults },
    notes,
    unread,
    ledger: bookLedger(
      notes.map((note) => note.meeting),
      { board, today },
    ),
    today,
    text: (path) => sources.get(path)?.text ?? "",
    source: (path) => (unread.some((file) => file.path === path) ? null : (sources.get(path) ?? null)),
  };
}
