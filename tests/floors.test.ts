import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");
const MAP = readFileSync(join(SRC, "README.md"), "utf8");
const [, block] = /```floors\n([\s\S]*?)```/.exec(MAP)!;
const FLOORS = block!
  .trim()
  .split("\n")
  .map((line) => line.split(" "));
const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => path.endsWith(".ts"));

/** The room of a file of src: its folder, or the file itself where it lies in none. */
function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : path;
}

/** The height of a room, the top floor being 0; -1 where the map has none such. */
function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** The files of src that a file imports, at once or when they are asked for. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(SRC, path), "utf8");
  return [...text.matchAll(/(?:\bfrom\s*|\bimport\(\s*)"(\.[^"]+\.ts)"/g)].map(([, target]) =>
    relative(SRC, join(SRC, dirname(path), target!))
      .split(sep)
      .join("/"),
  );
}

test("The map has every room of the code, and no other", () => {
  expect(FLOORS.flat().sort()).toEqual([...new Set(FILES.map(roomOf))].sort());
});

test("The map says of every room what it is for", () => {
  const described = [...MAP.matchAll(/^- (.+?) – /gm)].flatMap(([, names]) =>
    names!.replaceAll("`", "").split(", "),
  );
  expect(described.sort()).toEqual(FLOORS.flat().sort());
});

test("The map names every file of clerk/, and no other", () => {
  const [, told] = /^- `clerk\/` – ([\s\S]*?)(?=^- )/m.exec(MAP)!;
  const named = [...told!.matchAll(/`([\w-]+)`/g)].map(([, name]) => `clerk/${name}.ts`);
  expect(named.sort()).toEqual(FILES.filter((path) => path.startsWith("clerk/")).sort());
});

test("A room imports only from floors below", () => {
  const climbing = FILES.flatMap((path) =>
    importsOf(path)
      .filter((target) => roomOf(target) !== roomOf(path) && floorOf(roomOf(target)) <= floorOf(roomOf(path)))
      .map((target) => `${path} imports ${target}`),
  );
  expect(FILES.flatMap(importsOf).length).toBeGreaterThan(0);
  expect(climbing).toEqual([]);
});

test.each([
  ["commands.ts", "commands/"],
  ["check/rules.ts", "check/rules/"],
  ["import/importers.ts", "import/importers/"],
])("What %s lists is what %s holds; none of it knows another", (list, folder) => {
  const things = FILES.filter((path) => path.startsWith(folder));
  expect(things.sort()).toEqual(
    importsOf(list)
      .filter((path) => path.startsWith(folder))
      .sort(),
  );
  expect(things.flatMap(importsOf).filter((path) => path.startsWith(folder))).toEqual([]);
});

test("Only workspace/ opens files, only report/ paints, only the command line knows commander", () => {
  const allowed: readonly (readonly [RegExp, RegExp])[] = [
    [/"(?:node:)?fs(?:\/promises)?"/, /^workspace\//],
    [/"chalk"/, /^report\//],
    [/"commander"/, /^(?:main|command-line|commands|command)\.ts$|^commands\//],
    [/\bDate\.now\(|\bnew Date\(\)/, /^$/],
  ];
  const straying = FILES.flatMap((path) => {
    const text = readFileSync(join(SRC, path), "utf8");
    return allowed
      .filter(([what, where]) => what.test(text) && !where.test(path))
      .map(([what]) => `${path} has ${what.source}`);
  });
  expect(straying).toEqual([]);
});
