import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";
import { decodeText } from "../source/bytes.ts";
import { codeOf } from "./disk-error.ts";

/** What is wrong with a file. */
export interface Wrong {
  /** One short sentence. */
  readonly message: string;
  /** What to do about it: one short sentence. */
  readonly advice: string;
}

/** What is wrong with what stands under a name, if anything: a link may not lead out of the board's folder. */
export function judgeKind(name: string, entry: Dirent | Stats, root: string): Wrong | null {
  const wrong = (message: string) => ({ message, advice: "Put the note itself in its place." });
  if (entry.isFile()) return null;
  if (entry.isDirectory()) return wrong("It is a folder.");
  if (!entry.isSymbolicLink()) return wrong("It is no file.");
  try {
    const target = realpathSync(join(root, name));
    if (!target.startsWith(join(root, sep)))
      return wrong("It is a link that leads out of the board's folder.");
    return statSync(target).isFile() ? null : wrong("It is a link to no file.");
  } catch {
    return wrong("It is a link that leads nowhere.");
  }
}

/** What tells one version of a file from another. An archive has many, and to write the numbers out takes time and room. */
export interface Version {
  readonly file: number;
  /** In milliseconds. */
  readonly changedAt: number;
  /** In bytes. */
  readonly size: number;
}

/** Whether two versions of a file are one. */
export function isSameVersion(a: Version, b: Version): boolean {
  return a.file === b.file && a.changedAt === b.changedAt && a.size === b.size;
}

/** What a file holds, without a byte-order mark. */
export interface Text {
  readonly text: string;
  readonly version: Version;
}

/** Reads a file as text, or says why that can't be done. */
export function readText(path: string, room?: Room): Text | Wrong {
  try {
    const { bytes, version } = readBytes(path, room);
    const decoded = decodeText(bytes);
    if (decoded.text !== null) return { text: decoded.text, version };
    return { message: decoded.message, advice: "Save it as plain text in UTF-8." };
  } catch (error) {
    switch (codeOf(error)) {
      case "EACCES":
      case "EPERM":
        return { message: "You may not read it.", advice: "Ask whoever keeps the folder to let you." };
      case "EFBIG":
        return {
          message: "It is larger than 5 MB, which no note is.",
          advice: "Keep pictures and papers in files of their own.",
        };
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

/** In bytes: the minutes of a long meeting with some pictures pasted into them. */
const LARGEST_FILE = 5 << 20;

/** Where bytes are read to. */
export interface Room {
  buffer: Buffer;
}

/**
 * The bytes of a file, in a room that every file may share and that grows with the largest, and their version. Throws
 * an error with the code EFBIG where there are more than `most` of them.
 */
export function readBytes(
  path: string,
  room: Room = { buffer: Buffer.allocUnsafe(1 << 16) },
  most = LARGEST_FILE,
): { readonly bytes: Buffer; readonly version: Version } {
  const handle = openSync(path, "r");
  try {
    const { ino, mtimeMs, size } = fstatSync(handle);
    for (let length = 0; ; ) {
      if (Math.max(size, length) > most) throw Object.assign(new Error(path), { code: "EFBIG" });
      if (length === room.buffer.length) room.buffer = Buffer.concat([room.buffer], 2 * length);
      const count = readSync(handle, room.buffer, length, room.buffer.length - length, null);
      if (count === 0)
        return {
          bytes: room.buffer.subarray(0, length),
          version: { file: ino, changedAt: mtimeMs, size: length },
        };
      length += count;
    }
  } finally {
    closeSync(handle);
  }
}
