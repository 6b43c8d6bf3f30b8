import { createHash } from "node:crypto";
import {
  closeSync,
  type Dirent,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { BARE_BOARD, type Board } from "./model/board.ts";
import { isBoardsOwn, judgeName } from "./model/file-name.ts";
import type { Note } from "./model/meeting.ts";
import { readBoardFile, readNoteFile } from "./read/note-file.ts";
import { Refusal } from "./refusal.ts";
import { decodeText } from "./source/bytes.ts";
import { type SourceFile, sourceFile } from "./source/source-file.ts";
import type { YamlNode } from "./source/yaml-node.ts";
import type { World } from "./world.ts";

/** A file of the folder that could not be read, or whose name can't be a note's. */
export interface Unread {
  readonly path: string;
  /** What is wrong with it: one short sentence. */
  readonly message: string;
  /** What to do about it: one short sentence. */
  readonly advice: string;
}

/** `board.yaml` as it stands; `node` is null where it can't be read as YAML. */
export interface BoardFile {
  readonly path: string;
  readonly node: YamlNode | null;
  readonly faults: Note["faults"];
}

/** A file as it was read: `sha256` in hexadecimal, of its text with LF line ends and without a byte-order mark. */
export interface Digest {
  readonly path: string;
  readonly sha256: string;
}

/** A board's folder, read. Paths are as the user would type them from where rrb was started. */
export interface Workspace {
  readonly board: Board;
  /** Null where the folder has none. */
  readonly boardFile: BoardFile | null;
  /** In the order of their names. */
  readonly notes: readonly Note[];
  readonly unread: readonly Unread[];
  /** One for every file read; empty unless asked for. */
  readonly digests: readonly Digest[];
  /** Reads one of the files again, to print what is found in it. */
  readonly source: (path: string) => SourceFile;
}

/** Which board is meant, and what is wanted of it. */
export interface Wanted {
  /** The folder that `--board` names, as typed. */
  readonly board: string | null;
  /** Files of the board that the command line names, as typed. */
  readonly files?: readonly string[];
  readonly digests?: boolean;
}

/** A board's folder: where it is, and how its files are called before the user. */
interface Folder {
  readonly at: string;
  readonly shown: string;
}

/**
 * The folder of the board, as the user would type it: as `--board` says, else of the files named, else as `RRB_BOARD`
 * says, else the nearest one upward that holds `board.yaml` or `meetings/board.yaml`; null where there is none.
 */
export function findBoard(world: World, wanted: Wanted): string | null {
  if (wanted.board !== null) return wanted.board;
  if (wanted.files?.[0] !== undefined) return folderOfFiles(world.cwd, wanted.files);
  if (world.env.RRB_BOARD) return world.env.RRB_BOARD;
  for (let folder = world.cwd; ; folder = dirname(folder)) {
    for (const candidate of [folder, join(folder, "meetings")]) {
      if (existsSync(join(candidate, "board.yaml"))) return relative(world.cwd, candidate) || ".";
    }
    if (folder === dirname(folder)) return null;
  }
}

function folderOfFiles(cwd: string, files: readonly string[]): string {
  const folders = files.map((file) => {
    const kind = statSync(resolve(cwd, file), { throwIfNoEntry: false });
    if (kind === undefined) throw new Refusal(`There is no file \`${file}\`. Name a note of the board.`);
    return kind.isDirectory() ? file : dirname(file);
  });
  const other = files.find((_, i) => resolve(cwd, folders[i]!) !== resolve(cwd, folders[0]!));
  if (other === undefined) return folders[0]!;
  throw new Refusal(`\`${files[0]}\` and \`${other}\` lie in two folders. Name the files of one board.`);
}

/** Reads a board: `board.yaml` and every note, each once. Throws a Refusal where there is no board to read. */
export async function openWorkspace(world: World, wanted: Wanted): Promise<Workspace> {
  const typed = findBoard(world, wanted);
  if (typed === null) {
    throw new Refusal("There is no board here. Go to the folder of one, or name it with `--board DIR`.");
  }
  const folder: Folder = { at: resolve(world.cwd, typed), shown: shownFrom(world.cwd, typed) };
  const entries = listFolder(folder);
  const reader = readerOf(folder, wanted.digests === true);

  const boardEntry = entries.find(({ name }) => name === "board.yaml");
  const boardSource = boardEntry === undefined ? null : reader.read(boardEntry);
  const { board, ...boardFile } =
    boardSource === null ? { board: BARE_BOARD, node: null, faults: [] } : await readBoardFile(boardSource);
  const notes: Note[] = [];
  for (const entry of entries) {
    const source = entry === boardEntry ? null : reader.read(entry);
    if (source !== null) notes.push(await readNoteFile(source, board));
  }
  return {
    board,
    boardFile: boardEntry === undefined ? null : { path: pathIn(folder, boardEntry.name), ...boardFile },
    notes,
    unread: reader.unread,
    digests: reader.digests,
    source: readerAgain(folder),
  };
}

/** A path as it is shown: within the present folder as seen from there, elsewhere the way it was typed. */
function shownFrom(cwd: string, typed: string): string {
  const path = relative(cwd, resolve(cwd, typed));
  const inside = !path.startsWith("..") && !isAbsolute(path);
  return (inside || !isAbsolute(typed) ? path : typed).split(sep).join("/");
}

function pathIn(folder: Folder, name: string): string {
  return folder.shown === "" ? name : `${folder.shown.replace(/\/$/, "")}/${name}`;
}

/** The files of a folder that are to be read, by name; everything else in it is none of the board's. */
function listFolder(folder: Folder): Dirent[] {
  const entries = openFolder(folder)
    .filter(({ name }) => isBoardsOwn(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.length > 0) return entries;
  const within = existsSync(join(folder.at, "meetings", "board.yaml")) ? pathIn(folder, "meetings") : null;
  const advice = within === null ? "Name a folder of notes." : `Did you mean \`${within}\`?`;
  throw new Refusal(`\`${folder.shown || "."}\` holds neither a note nor a \`board.yaml\`. ${advice}`);
}

function openFolder(folder: Folder): Dirent[] {
  try {
    return readdirSync(folder.at, { withFileTypes: true });
  } catch (error) {
    const shown = `\`${folder.shown || "."}\``;
    switch (codeOf(error)) {
      case "ENOENT":
        throw new Refusal(`There is no folder ${shown}. Name the folder that holds the notes.`);
      case "ENOTDIR":
        throw new Refusal(`${shown} is a file. Name the folder that it lies in.`);
      default:
        throw new Refusal(`${shown} can't be opened (${codeOf(error)}). Ask whoever keeps the folder.`);
    }
  }
}

interface Reader {
  /** The text of a file; null where it can't be read, which is put down in `unread`. */
  readonly read: (entry: Dirent) => SourceFile | null;
  readonly unread: readonly Unread[];
  readonly digests: readonly Digest[];
}

function readerOf(folder: Folder, wantsDigests: boolean): Reader {
  const unread: Unread[] = [];
  const digests: Digest[] = [];
  const root = realpathSync(folder.at);
  const room = { buffer: Buffer.allocUnsafe(1 << 16) };
  const read = (entry: Dirent) => {
    const path = pathIn(folder, entry.name);
    const wrong = judgeName(entry.name) ?? judgeKind(entry, root);
    const text = wrong ?? readText(`${folder.at}${sep}${entry.name}`, room);
    if (typeof text !== "string") {
      unread.push({ path, ...text });
      return null;
    }
    if (wantsDigests) digests.push({ path, sha256: digestOf(text) });
    return sourceFile(path, text);
  };
  return { read, unread, digests };
}

/** Why a file can't be read, and what to do about it. */
type Wrong = Omit<Unread, "path">;

/** What is wrong with what stands under a name, if anything: a link may not lead out of the board's folder. */
function judgeKind(entry: Dirent, root: string): Wrong | null {
  const wrong = (message: string) => ({ message, advice: "Put the note itself in its place." });
  if (entry.isFile()) return null;
  if (entry.isDirectory()) return wrong("It is a folder.");
  if (!entry.isSymbolicLink()) return wrong("It is no file.");
  try {
    const target = realpathSync(join(root, entry.name));
    if (!target.startsWith(join(root, sep)))
      return wrong("It is a link that leads out of the board's folder.");
    return statSync(target).isFile() ? null : wrong("It is a link to no file.");
  } catch {
    return wrong("It is a link that leads nowhere.");
  }
}

function readText(path: string, room: { buffer: Buffer }): string | Wrong {
  try {
    const decoded = decodeText(readBytes(path, room));
    if (decoded.text !== null) return decoded.text;
    return { message: decoded.message, advice: "Save it as plain text in UTF-8." };
  } catch (error) {
    switch (codeOf(error)) {
      case "EACCES":
      case "EPERM":
        return { message: "You may not read it.", advice: "Ask whoever keeps the folder to let you." };
      case "ENOENT":
        return { message: "It vanished while rrb was reading.", advice: "Run rrb again." };
      default:
        return {
          message: `It can't be read (${codeOf(error)}).`,
          advice: "Save it anew, then run rrb again.",
        };
    }
  }
}

/** The bytes of a file, in a room that every file shares and that grows with the largest. */
function readBytes(path: string, room: { buffer: Buffer }): Buffer {
  const handle = openSync(path, "r");
  try {
    for (let length = 0; ; ) {
      if (length === room.buffer.length) room.buffer = Buffer.concat([room.buffer], 2 * length);
      const count = readSync(handle, room.buffer, length, room.buffer.length - length, null);
      if (count === 0) return room.buffer.subarray(0, length);
      length += count;
    }
  } finally {
    closeSync(handle);
  }
}

function readerAgain(folder: Folder): (path: string) => SourceFile {
  const read = new Map<string, SourceFile>();
  return (path) => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const text = readText(join(folder.at, basename(path)), { buffer: Buffer.allocUnsafe(1 << 16) });
    if (typeof text !== "string") {
      throw new Refusal(`\`${path}\` changed while rrb was at work. Run it again.`);
    }
    const source = sourceFile(path, text);
    read.set(path, source);
    return source;
  };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text.replace(/\r\n?/g, "\n")).digest("hex");
}

/**
 * Writes a new file whole or not at all, and never over another one: throws a Refusal where the path is taken or its
 * folder can't be written to. The path is taken as typed, from where rrb was started.
 */
export function createFile(world: World, path: string, text: string): void {
  const target = resolve(world.cwd, path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.rrb`);
  try {
    const handle = openSync(draft, "wx");
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    linkSync(draft, target);
  } catch (error) {
    if (codeOf(error) === "EEXIST") {
      throw new Refusal(
        `\`${path}\` exists, and rrb overwrites nothing. Name another file, or move that one.`,
      );
    }
    const reason = codeOf(error) === "ENOENT" ? "its folder is not there" : codeOf(error);
    throw new Refusal(`\`${path}\` can't be written: ${reason}. Name a file in a folder of yours.`);
  } finally {
    unlinkQuietly(draft);
  }
}

/** A draft that was never begun, or can't be taken back, is no reason to hide why the file was not written. */
function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {}
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
