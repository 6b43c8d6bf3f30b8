import { inflateRawSync } from "node:zlib";
import { Refusal } from "../refusal.ts";

/** A part of a packed document by its path; null where there is none. Throws a Refusal where it is damaged. */
export type Package = (path: string) => Uint8Array | null;

/** Bounds in bytes and in number: more than minutes have, and no more than a machine can bear. */
const LARGEST_PART = 32 << 20;
const LARGEST_WHOLE = 50 << 20;
const MOST_ENTRIES = 5000;

interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Opens a Word or OpenDocument file. Nothing is unpacked before it is asked for, nor beyond 50 MB in all. */
export function openPackage(bytes: Uint8Array): Package {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(file);
  let left = LARGEST_WHOLE;
  return (path) => {
    const entry = entries.get(path);
    if (entry === undefined) return null;
    const part = unpack(file, entry, Math.min(left, LARGEST_PART));
    left -= part.length;
    return part;
  };
}

/** Why a document is refused whose bytes are not what they should be. */
export function damaged(): Refusal {
  return new Refusal("This document is damaged. Look for another copy of it, or open it and save it anew.");
}

function tooLarge(): Refusal {
  return new Refusal(
    "This document unpacks to more than minutes can hold. Save its text alone, without pictures.",
  );
}

const END = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

function readDirectory(file: Buffer): ReadonlyMap<string, Entry> {
  let end = file.length - 22;
  // A remark of at most 65,535 bytes may stand behind the end.
  while (end >= Math.max(0, file.length - 65_557) && file.readUInt32LE(end) !== END) end--;
  if (end < 0 || file.readUInt32LE(end) !== END) throw damaged();
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw tooLarge();
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== IN_DIRECTORY) throw damaged();
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/");
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw locked();
    if (!entries.has(name)) {
      entries.set(name, {
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

/** Why a document is refused that has a password. */
export function locked(): Refusal {
  return new Refusal(
    "This document is locked with a password. Open it, remove the password and save it again.",
  );
}

function unpack(file: Buffer, { method, checksum, packed, size, at }: Entry, most: number): Uint8Array {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw damaged();
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (start + packed > file.length || (method !== 0 && method !== 8)) throw damaged();
  if (size > most) throw tooLarge();
  const part = file.subarray(start, start + packed);
  const whole = method === 0 ? part : inflate(part, most);
  // A flipped bit would be a wrong word in a public record.
  if (whole.length !== size || crc32(whole) !== checksum) throw damaged();
  return whole;
}

function inflate(part: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    throw (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged();
  }
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) sum = CHECKSUMS[(sum ^ bytes[i]!) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
