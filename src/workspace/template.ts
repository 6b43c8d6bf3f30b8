import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { Refusal } from "../refusal.ts";
import { decodeText } from "../source/bytes.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import type { World } from "../world.ts";
import { codeOf } from "./disk-error.ts";
import { readBytes } from "./file.ts";
import { pathIn } from "./folder.ts";
import type { Workspace } from "./workspace.ts";

/** A file as it lies on the disk, and its name as the user knows it. */
export interface WholeFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** In bytes: a letterhead may hold a few pictures. */
const LARGEST_TEMPLATE = 20 << 20;

/** A template that is text: the board's own, in `templates` in its folder, else the one that comes with rrb. */
export function readTemplate(workspace: Workspace, name: string): SourceFile {
  const { path, bytes } = readOwnTemplate(workspace, name) ?? readShipped(name);
  const decoded = decodeText(bytes);
  if (decoded.text !== null) return sourceFile(path, decoded.text);
  throw new Refusal(`\`${path}\` can't be read. ${decoded.message} Save it as plain text in UTF-8.`);
}

/** A board's own template of whatever kind, from `templates` in its folder; null where it has none of that name. */
export function readOwnTemplate({ folder }: Workspace, name: string): WholeFile | null {
  const own = join(folder.at, "templates", name);
  if (lstatSync(own, { throwIfNoEntry: false }) === undefined) return null;
  const shown = pathIn(folder, `templates/${name}`);
  const target = existsSync(own) ? realpathSync(own) : null;
  if (target === null || !target.startsWith(join(realpathSync(folder.at), sep))) {
    const where = target === null ? "nowhere" : "out of the board's folder";
    throw new Refusal(`\`${shown}\` is a link that leads ${where}. Put the template itself in its place.`);
  }
  return readWhole(own, shown);
}

/** The fonts that a board has of its own, from `templates/fonts` in its folder, in the order of their names. */
export function readOwnFonts(workspace: Workspace): WholeFile[] {
  const fonts = join(workspace.folder.at, "templates", "fonts");
  if (statSync(fonts, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const names = readdirSync(fonts).sort();
  const web = names.find((name) => /\.woff2?$/i.test(name));
  if (web !== undefined) {
    const shown = pathIn(workspace.folder, `templates/fonts/${web}`);
    throw new Refusal(`\`${shown}\` is a font for web pages alone. Put it there as a .ttf or an .otf.`);
  }
  return names
    .filter((name) => /\.(?:ttf|otf|ttc|otc)$/i.test(name))
    .flatMap((name) => readOwnTemplate(workspace, `fonts/${name}`) ?? []);
}

/** A template from anywhere on the disk, as typed from where rrb was started. */
export function readTypedTemplate(world: World, typed: string): WholeFile {
  const path = resolve(world.cwd, typed);
  if (!existsSync(path))
    throw new Refusal(`There is no file \`${typed}\`. Look at its name, and at the folder that you are in.`);
  return readWhole(path, typed);
}

/** The templates that come with rrb, in the order of their names. */
export function listShipped(): string[] {
  return readdirSync(findShipped("next-meeting.md")).sort();
}

/** A template that comes with rrb, as it lies there. */
export function readShipped(name: string): WholeFile {
  return readWhole(join(findShipped(name), name), `templates/${name}`);
}

function readWhole(path: string, shown: string): WholeFile {
  try {
    return { path: shown, bytes: readBytes(path, undefined, LARGEST_TEMPLATE).bytes };
  } catch (error) {
    if (codeOf(error) === "EFBIG")
      throw new Refusal(`\`${shown}\` is larger than 20 MB. Put a smaller file in its place.`);
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
