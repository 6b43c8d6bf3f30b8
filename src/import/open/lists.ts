import { numeral } from "../numeral.ts";
import { childOf, type Xml } from "../xml.ts";

/** The numbers of an OpenDocument list, level by level from 0; undefined for a level not yet counted. */
export type Counts = (number | undefined)[];

/** How one level of a list is numbered. */
interface Level {
  /** Of Word's names for formats; null for a bullet, "" for no number. */
  readonly format: string | null;
  /** `%1%.%2%` stands for the numbers of the first two levels. */
  readonly pattern: string;
  readonly start: number;
}

export type ListStyle = readonly (Level | undefined)[];

const FORMATS: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

/** The styles of lists in a document by their names; that of the outline of headings is `""`. */
export function readListStyles(roots: readonly Xml[]): ReadonlyMap<string, ListStyle> {
  const styles = new Map<string, ListStyle>();
  for (const root of roots) {
    for (const part of [childOf(root, "office:styles"), childOf(root, "office:automatic-styles")]) {
      for (const style of part?.children ?? []) {
        if (typeof style === "string") continue;
        if (style.name === "text:outline-style") styles.set("", readListStyle(style));
        else if (style.name === "text:list-style") {
          styles.set(style.attributes["style:name"] ?? "", readListStyle(style));
        }
      }
    }
  }
  return styles;
}

function readListStyle(style: Xml): ListStyle {
  const levels: (Level | undefined)[] = [];
  for (const level of style.children) {
    if (typeof level === "string") continue;
    const at = Number(level.attributes["text:level"]) - 1;
    if (at >= 0 && at < 10) levels[at] = readLevel(level, at);
  }
  return levels;
}

function readLevel({ name, attributes }: Xml, at: number): Level {
  const isBullet = name === "text:list-level-style-bullet" || name === "text:list-level-style-image";
  const format = attributes["style:num-format"] ?? "";
  const first = at + 1 - Math.max(Number(attributes["text:display-levels"] ?? 1) || 1, 1);
  const numbers = Array.from({ length: at - first + 1 }, (_, i) => `%${first + i + 1}%`).join(".");
  const usual = `${attributes["style:num-prefix"] ?? ""}${numbers}${attributes["style:num-suffix"] ?? ""}`;
  return {
    format: isBullet ? null : (FORMATS[format] ?? (format === "" ? "" : "decimal")),
    pattern: attributes["loext:num-list-format"] ?? usual,
    start: Number(attributes["text:start-value"] ?? 1) || 0,
  };
}

/** Counts one more entry of a level and writes what stands before it: null for a bullet, "" for nothing. */
export function countEntry(
  counts: Counts,
  at: number,
  style: ListStyle | undefined,
  start: string | undefined,
): string | null {
  const level = style?.[at];
  const before = counts[at];
  counts[at] =
    start !== undefined ? Number(start) || 0 : before === undefined ? (level?.start ?? 1) : before + 1;
  counts.length = at + 1;
  if (level === undefined || level.format === null) return null;
  if (level.format === "") return "";
  return level.pattern
    .replace(/%(\d{1,2})%/g, (_, digits: string) => {
      const index = Number(digits) - 1;
      const shape = style?.[index];
      if (shape === undefined || !shape.format) return "";
      return numeral(counts[index] ?? shape.start, shape.format);
    })
    .trim();
}
