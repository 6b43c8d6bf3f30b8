import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { codeOf } from "./disk-error.ts";

/**
 * The documents that some words name, in the order in which they are typed. A word in quotes may hold `*` and `?` in the
 * name of the file, as a shell would read them; what it names is sorted. Throws a Refusal where one names nothing.
 */
export function listDocuments(world: World, typed: readonly string[]): readonly string[] {
  const all = typed.flatMap((word) => (isPattern(world, word) ? expand(world, word) : [word]));
  return [...new Set(all)];
}

function isPattern(world: World, word: string): boolean {
  return /[*?]/.test(word) && !existsSync(resolve(world.cwd, word));
}

function expand(world: World, word: string): string[] {
  const at = Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1;
  const folder = word.slice(0, at);
  if (/[*?]/.test(folder))
    throw new Refusal(`\`${word}\` names folders by a pattern. Name one folder: \`minutes/*.docx\`.`);
  const pattern = patternOf(word.slice(at));
  const found = namesIn(resolve(world.cwd, folder), word)
    .filter((name) => pattern.test(name) && !name.startsWith("."))
    .sort();
  if (found.length === 0)
    throw new Refusal(`\`${word}\` names no file. Look what lies in \`${dirname(word)}\`.`);
  return found.map((name) => (folder === "" ? name : join(folder, name)));
}

function namesIn(folder: string, word: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ name }) => name);
  } catch (error) {
    throw new Refusal(
      `\`${dirname(word)}\` can't be opened (${codeOf(error)}). Name a folder that is there.`,
    );
  }
}

function patternOf(name: string): RegExp {
  const source = name
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "i");
}
