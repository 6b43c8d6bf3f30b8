import { crc32, inflateRawSync } from "node:zlib";

/** The files within a zip file by their paths, in their order: what a Word file or a spreadsheet is made of. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Why bytes cannot be taken apart, or some of them not. */
export type ZipFault = "damaged" | "locked" | "too large";

/** A zip file whose list of files is read, and of which nothing is unpacked before it is asked for. */
export interface Zip {
  readonly paths: readonly string[];
  /** The file at a path, held to its length and its checksum; null where there is none. */
  readonly unpack: (path: string) => Uint8Array | ZipFault | null;
}

/** How many bytes a file may unpack to, and all that are asked for together. */
export interface Bounds {
  readonly part: number;
  readonly whole: number;
}

/** A letterhead with large pictures, and nothing that takes memory out of proportion. */
const BOUNDS: Bounds = { part: 32 << 20, whole: 64 << 20 };

interface Entry {
  readonly isLocked: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Opens a zip file. Null where the bytes are none, or are cut short. */
export function openZip(bytes: Uint8Array, bounds: Bounds = BOUNDS): Zip | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(file);
  if (entries === null) return null;
  let left = bounds.whole;
  return {
    paths: [...entries.keys()],
    unpack: (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return null;
      const part = unpackEntry(file, entry, Math.min(left, bounds.part));
      if (typeof part !== "string") left -= part.length;
      return part;
    },
  };
}

/** All files of an open zip file, its folders aside; the first fault where there is one. */
export function unpackAll({ paths, unpack }: Zip): Parts | ZipFault {
  const parts = new Map<string, Uint8Array>();
  for (const path of paths) {
    if (path.endsWith("/")) continue;
    const part = unpack(path)!;
    if (typeof part === "string") return part;
    parts.set(path, part);
  }
  return parts;
}

/** The parts of a zip file that a library has made just now, however large. */
export function unpackOwn(bytes: Uint8Array): Parts {
  return unpackAll(openZip(bytes, { part: Infinity, whole: Infinity })!) as Parts;
}

const END = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The files by their paths; of two at one path the first. Null where the list is not whole. */
function readDirectory(file: Buffer): ReadonlyMap<string, Entry> | null {
  let end = file.length - 22;
  // A remark of at most 65,535 bytes may stand behind the end.
  while (end >= Math.max(0, file.length - 65_557) && file.readUInt32LE(end) !== END) end--;
  if (end < 0 || file.readUInt32LE(end) !== END) return null;
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== IN_DIRECTORY) return null;
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    const path = file.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/");
    if (!entries.has(path)) {
      entries.set(path, {
        isLocked: (file.readUInt16LE(at + 8) & 1) === 1,
        method: file.readUInt16LE(at + 10),
        checksum: file.readUInt32LE(at + 16),
        packed: file.readUInt32LE(at + 20),
        size: file.readUInt32LE(at + 24),
        at: file.readUInt32LE(at + 42),
      });
    }
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackEntry(file: Buffer, entry: Entry, most: number): Uint8Array | ZipFault {
  const { isLocked, method, checksum, packed, size, at } = entry;
  if (isLocked) return "locked";
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) return "damaged";
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (start + packed > file.length || (method !== 0 && method !== 8)) return "damaged";
  if (size > most) return "too large";
  const part = file.subarray(start, start + packed);
  const whole = method === 0 ? part : inflate(part, size);
  // A flipped bit would be a wrong word in a public record.
  return whole === null || whole.length !== size || crc32(whole) !== checksum ? "damaged" : whole;
}

/** Null where it is broken, or goes beyond a size in bytes. */
function inflate(part: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(most, 1) });
  } catch {
    return null;
  }
}
