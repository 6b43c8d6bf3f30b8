import { existsSync, lstatSync, realpathSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { createFolder } from "./create.ts";
import { type Folder, pathIn, shownFrom } from "./folder.ts";
import { listShipped, readShipped } from "./template.ts";

/** What became of the templates that come with rrb: the paths of the board's copies, as they are shown. */
export interface CopiedTemplates {
  readonly written: readonly string[];
  /** Those that the board had already; they stay as they are. */
  readonly kept: readonly string[];
}

/** Copies the templates that come with rrb into `templates` in a board's folder, taken as typed. Overwrites none. */
export function copyTemplates(world: World, typed: string): CopiedTemplates {
  const at = resolve(world.cwd, typed);
  const folder: Folder = { at, shown: shownFrom(world.cwd, typed) };
  const templates = join(at, "templates");
  if (existsSync(templates) && !realpathSync(templates).startsWith(join(realpathSync(at), sep))) {
    throw new Refusal(
      `\`${pathIn(folder, "templates")}\` is a link that leads out of the board's folder. Put a folder in its place.`,
    );
  }
  const isThere = (name: string) => lstatSync(join(templates, name), { throwIfNoEntry: false }) !== undefined;
  const missing = listShipped().filter((name) => !isThere(name));
  const files = missing.map((name) => ({ name, text: readShipped(name).bytes.toString("utf8") }));
  return {
    written: missing.length === 0 ? [] : createFolder(world, join(typed, "templates"), files),
    kept: listShipped()
      .filter((name) => !missing.includes(name))
      .map((name) => pathIn(folder, `templates/${name}`)),
  };
}

/** Whether a folder, as typed, holds a board that has been set up. */
export function holdsBoard(world: World, typed: string): boolean {
  return existsSync(resolve(world.cwd, typed, "board.yaml"));
}
