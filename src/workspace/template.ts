import { existsSync, lstatSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { Refusal } from "../refusal.ts";
import { decodeText } from "../source/bytes.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { codeOf } from "./fault.ts";
import { readBytes } from "./file.ts";
import { pathIn } from "./folder.ts";
import type { Workspace } from "./workspace.ts";

/** A template: the board's own, in `templates` in its folder, else the one that comes with rrb. */
export function readTemplate({ folder }: Workspace, name: string): SourceFile {
  const own = join(folder.at, "templates", name);
  if (lstatSync(own, { throwIfNoEntry: false }) === undefined) {
    return readWhole(join(findShipped(name), name), `templates/${name}`);
  }
  const shown = pathIn(folder, `templates/${name}`);
  const target = existsSync(own) ? realpathSync(own) : null;
  if (target === null || !target.startsWith(join(realpathSync(folder.at), sep))) {
    const where = target === null ? "nowhere" : "out of the board's folder";
    throw new Refusal(`\`${shown}\` is a link that leads ${where}. Put the template itself in its place.`);
  }
  return readWhole(own, shown);
}

function readWhole(path: string, shown: string): SourceFile {
  try {
    const decoded = decodeText(readBytes(path).bytes);
    if (decoded.text !== null) return sourceFile(shown, decoded.text);
    throw new Refusal(`\`${shown}\` can't be read. ${decoded.message} Save it as plain text in UTF-8.`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`\`${shown}\` can't be read (${codeOf(error)}). Ask whoever keeps the folder.`);
  }
}

/** The program lies in `src/workspace` or in `dist`, and `templates` beside one of the folders around it. */
function findShipped(name: string): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const templates = join(folder, "templates");
    if (existsSync(join(templates, name))) return templates;
  }
  throw new Error(`the template ${name} did not come with rrb`);
}
