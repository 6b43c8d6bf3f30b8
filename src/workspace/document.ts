import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { codeOf } from "./disk-error.ts";

/** In bytes: a long note with a picture on every page is smaller. */
const LARGEST_DOCUMENT = 64 << 20;

/** Reads a document from anywhere on the disk, as typed from where rrb was started. Throws a Refusal where it can't. */
export function readDocument(world: World, typed: string): Uint8Array {
  try {
    return readWhole(resolve(world.cwd, typed), typed);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(sayWhy(typed, codeOf(error)));
  }
}

function readWhole(path: string, typed: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const entry = fstatSync(handle);
    if (entry.isDirectory())
      throw new Refusal(`\`${typed}\` is a folder. Name the files in it: \`${folderOf(typed)}/*\`.`);
    if (!entry.isFile())
      throw new Refusal(`\`${typed}\` is no file. Save the document as one, then import that.`);
    if (entry.size > LARGEST_DOCUMENT)
      throw new Refusal(
        `\`${typed}\` is larger than 64 MB, which no note is. Take its pictures out, then import it.`,
      );
    const bytes = new Uint8Array(entry.size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(handle, bytes, length, bytes.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

function folderOf(typed: string): string {
  return typed.replace(/[\\/]+$/, "");
}

function sayWhy(typed: string, code: string): string {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return `There is no file \`${typed}\`. Name a document: \`rrb import minutes.docx\`.`;
    case "EACCES":
    case "EPERM":
      return `\`${typed}\` can't be read: you may not read it. Ask whoever keeps the folder to let you.`;
    case "EISDIR":
      return `\`${typed}\` is a folder. Name the files in it: \`${folderOf(typed)}/*\`.`;
    default:
      return `\`${typed}\` can't be read (${code}). Copy it elsewhere, then import the copy.`;
  }
}
