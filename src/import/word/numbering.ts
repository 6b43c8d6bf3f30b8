import { numeral } from "../numeral.ts";
import { childOf, childrenOf, type Xml } from "../xml.ts";
import { settingOf } from "./styles.ts";

/** What stands before a paragraph of a list: nothing (""), a bullet (null), or the words of its number. */
export type Label = string | null;

/** Counts the next paragraph of a list. `level` is from 0; where it is null, the paragraph's style tells it. */
export type CountOn = (
  list: string,
  level: number | null,
  styleId: string | undefined,
) => CountedEntry | null;

/** A paragraph's label and its level in its list, from 0. */
export interface CountedEntry {
  readonly label: Label;
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly isFigures: boolean;
  /** The level whose count sets this one back, from 1; 0 for none; null for any higher one. */
  readonly restart: number | null;
  readonly styleId: string | undefined;
}

interface List {
  /** Lists of one shape count on with each other. */
  readonly shape: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: Map<number, number>;
}

/** Word writes the numbers of lists itself: this writes the same ones, from the part of the document that tells how. */
export function readNumbering(root: Xml | null): CountOn {
  const lists = readLists(root ?? undefined);
  const counts = new Map<string, (number | undefined)[]>();
  return (id, level, styleId) => {
    const list = lists.get(id);
    if (list === undefined) return null;
    const styled = [...list.levels].find(([, { styleId: own }]) => own !== undefined && own === styleId)?.[0];
    const at = level ?? styled ?? 0;
    const shape = list.levels.get(at);
    if (shape === undefined) return null;
    const count = counts.get(list.shape) ?? [];
    counts.set(list.shape, count);
    countOn(count, at, list);
    return { level: at, label: writeLabel(shape, count, list.levels) };
  };
}

function countOn(count: (number | undefined)[], at: number, { levels, starts }: List): void {
  const start = starts.get(at);
  // The start that a list sets for itself counts once.
  starts.delete(at);
  count[at] = start ?? (count[at] === undefined ? (levels.get(at)?.start ?? 1) : count[at] + 1);
  for (const [below, { restart }] of levels) {
    if (below > at && restart !== 0 && (restart === null || at < restart)) count[below] = undefined;
  }
}

function writeLabel(
  level: Level,
  count: readonly (number | undefined)[],
  levels: ReadonlyMap<number, Level>,
): Label {
  if (level.format === "bullet") return /\p{L}{3}/u.test(level.text) ? level.text.trim() : null;
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shape = levels.get(at);
      if (shape === undefined || shape.format === "none") return "";
      return numeral(count[at] ?? shape.start, level.isFigures ? "decimal" : shape.format);
    })
    .trim();
}

function readLists(root: Xml | undefined): ReadonlyMap<string, List> {
  const shapes = new Map(
    childrenOf(root, "w:abstractNum").map((shape) => [shape.attributes["w:abstractNumId"] ?? "", shape]),
  );
  // A shape may be that of a style, which another shape says it is.
  const styled = new Map(
    [...shapes].flatMap(([id, shape]) => {
      const style = settingOf(shape, "w:styleLink");
      return style === undefined ? [] : [[style, id] as const];
    }),
  );
  const lists = new Map<string, List>();
  for (const element of childrenOf(root, "w:num")) {
    const named = settingOf(element, "w:abstractNumId") ?? "";
    const link = settingOf(shapes.get(named), "w:numStyleLink");
    const id = (link === undefined ? undefined : styled.get(link)) ?? named;
    const levels = new Map(childrenOf(shapes.get(id), "w:lvl").map(readLevel));
    const starts = new Map<number, number>();
    for (const override of childrenOf(element, "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"] ?? 0);
      const own = childOf(override, "w:lvl");
      if (own !== undefined) levels.set(at, readLevel(own)[1]);
      const start = settingOf(override, "w:startOverride");
      if (start !== undefined) starts.set(at, Number(start) || 0);
    }
    lists.set(element.attributes["w:numId"] ?? "", { shape: id, levels, starts });
  }
  return lists;
}

function readLevel(element: Xml): [number, Level] {
  const restart = settingOf(element, "w:lvlRestart");
  return [
    Number(element.attributes["w:ilvl"] ?? 0),
    {
      start: Number(settingOf(element, "w:start") ?? 1) || 0,
      format: settingOf(element, "w:numFmt") ?? "decimal",
      text: settingOf(element, "w:lvlText") ?? "",
      isFigures: childOf(element, "w:isLgl") !== undefined,
      restart: restart === undefined ? null : Number(restart) || 0,
      styleId: settingOf(element, "w:pStyle"),
    },
  ];
}
