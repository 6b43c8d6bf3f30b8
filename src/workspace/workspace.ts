import { resolve } from "node:path";
import { BARE_BOARD, type Board } from "../model/board.ts";
import type { Note } from "../model/meeting.ts";
import { readBoardFile, readWithBlocks } from "../read/note-file.ts";
import { Refusal } from "../refusal.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import type { World } from "../world.ts";
import { type Digest, listFolder, readerAgain, readerOf, type Unread } from "./files.ts";
import { type Folder, findBoard, pathIn, shownFrom, type Wanted } from "./folder.ts";

/** `board.yaml` as it stands; `node` is null where it can't be read as YAML. */
export interface BoardFile {
  readonly path: string;
  readonly node: YamlNode | null;
  readonly faults: Note["faults"];
}

/** A board's folder, read. Paths are as the user would type them from where rrb was started. */
export interface Workspace {
  readonly folder: Folder;
  readonly board: Board;
  /** Null where the folder has none. */
  readonly boardFile: BoardFile | null;
  /** In the order of their names. */
  readonly notes: readonly Note[];
  readonly unread: readonly Unread[];
  /** One for every file read; empty unless asked for. */
  readonly digests: readonly Digest[];
  /** One of the files as it was read, or read again where its text was let go, to print what is found in it. */
  readonly source: (path: string) => SourceFile;
}

/** Reads a board: `board.yaml` and every note, each once. Throws a Refusal where there is no board to read. */
export async function openWorkspace(world: World, wanted: Wanted): Promise<Workspace> {
  const typed = findBoard(world, wanted);
  if (typed === null) {
    throw new Refusal(
      "There is no board here. Go to the folder of one, name it with `--board DIR`, or set one up with `rrb init`.",
    );
  }
  const folder: Folder = { at: resolve(world.cwd, typed), shown: shownFrom(world.cwd, typed) };
  const entries = listFolder(folder);
  const reader = readerOf(folder, wanted.digests === true ? await loadDigest() : null);

  if (entries.length > MANY) world.engine?.compileSoon();

  const boardEntry = entries.find(({ name }) => name === "board.yaml");
  const boardSource = boardEntry === undefined ? null : reader.read(boardEntry);
  const { board, ...boardFile } =
    boardSource === null ? { board: BARE_BOARD, node: null, faults: [] } : await readBoardFile(boardSource);
  const keepNote = wanted.keep?.(board) ?? ((note: Note) => note);
  const notes: Note[] = [];
  const kept = new Map<string, SourceFile>();
  for (const entry of entries) {
    const source = entry === boardEntry ? null : reader.read(entry);
    if (source === null) continue;
    const { note, blocks } = await readWithBlocks(source, board);
    notes.push(keepNote(note, source.text, blocks));
    if (wanted.texts) kept.set(source.path, source);
    if (notes.length === ENOUGH && entries.length > MANY) world.engine?.growNoMore();
  }
  return {
    folder,
    board,
    boardFile: boardEntry === undefined ? null : { path: pathIn(folder, boardEntry.name), ...boardFile },
    notes,
    unread: reader.unread,
    digests: reader.digests,
    source: readerAgain(folder, reader.versions, kept),
  };
}

/** Reading so many files takes long enough that whatever makes it faster pays. */
const MANY = 3000;

/** When so many notes are read, the engine has taken as much room as it needs for any number of them. */
const ENOUGH = 400;

/** Only the certificate asks for digests, and what makes them takes a tenth of the time of a short command to load. */
const loadDigest = async () => (await import("./digest.ts")).digestOf;
