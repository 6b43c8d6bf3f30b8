import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { World } from "../world.ts";

const SCHEMA = join("node_modules", "rrb", "schemas", "board.schema.json");

/**
 * The schema by which an editor completes `board.yaml`, as that file in a folder, as typed, may name it: the one of the
 * rrb that is installed in a project around it. Null where none is.
 */
export function findBoardSchema(world: World, typed: string): string | null {
  const at = resolve(world.cwd, typed);
  for (let folder = at; ; folder = dirname(folder)) {
    const schema = join(folder, SCHEMA);
    if (existsSync(schema)) return relative(at, schema).split(sep).join("/");
    if (folder === dirname(folder)) return null;
  }
}
