import { type Dirent, existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { isBoardsOwn, judgeName } from "../model/file-name.ts";
import { Refusal } from "../refusal.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { codeOf } from "./disk-error.ts";
import { isSameVersion, judgeKind, readText, type Version, type Wrong } from "./file.ts";
import { type Folder, pathIn } from "./folder.ts";

/** A file of the folder that could not be read, or whose name can't be a note's. */
export interface Unread extends Wrong {
  readonly path: string;
}

/** A file as it was read: `sha256` in hexadecimal, of its text with LF line ends and without a byte-order mark. */
export interface Digest {
  readonly path: string;
  readonly sha256: string;
}

/** The files of a folder that are to be read, by name; everything else in it is none of the board's. */
export function listFolder(folder: Folder): Dirent[] {
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
      case "EACCES":
      case "EPERM":
        throw new Refusal(
          `${shown} can't be opened: you may not read it. Ask whoever keeps the folder to let you.`,
        );
      default:
        throw new Refusal(`${shown} can't be opened (${codeOf(error)}). Ask whoever keeps the folder.`);
    }
  }
}

/** Reads the files of a folder, and keeps what it could not read. */
export interface Reader {
  /** The text of a file; null where it can't be read, which is put down in `unread`. */
  readonly read: (entry: Dirent) => SourceFile | null;
  readonly unread: readonly Unread[];
  readonly digests: readonly Digest[];
  /** By its path, which version of a file was read. */
  readonly versions: ReadonlyMap<string, Version>;
}

/** A reader of the folder, which takes the digest of what it reads where it is told how. */
export function readerOf(folder: Folder, digestOf: ((text: string) => string) | null): Reader {
  const unread: Unread[] = [];
  const digests: Digest[] = [];
  const versions = new Map<string, Version>();
  const root = realpathSync(folder.at);
  const room = { buffer: Buffer.allocUnsafe(1 << 16) };
  const read = (entry: Dirent) => {
    const path = pathIn(folder, entry.name);
    const wrong = judgeName(entry.name) ?? judgeKind(entry.name, entry, root);
    const found = wrong ?? readText(`${folder.at}${sep}${entry.name}`, room);
    if ("message" in found) {
      unread.push({ path, ...found });
      return null;
    }
    versions.set(path, found.version);
    if (digestOf !== null) digests.push({ path, sha256: digestOf(found.text) });
    return sourceFile(path, found.text);
  };
  return { read, unread, digests, versions };
}

/**
 * Reads a file of the folder again, once, and none of those that were kept. Throws a Refusal where it is no longer the version that was read first: the
 * places in it would be those of another text.
 */
export function readerAgain(
  folder: Folder,
  versions: ReadonlyMap<string, Version>,
  kept: Map<string, SourceFile>,
): (path: string) => SourceFile {
  return (path) => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const found = readText(join(folder.at, basename(path)));
    const before = versions.get(path);
    if ("message" in found || before === undefined || !isSameVersion(found.version, before)) {
      throw new Refusal(`\`${path}\` has changed since rrb read it. Run the same command again.`);
    }
    const source = sourceFile(path, found.text);
    kept.set(path, source);
    return source;
  };
}
