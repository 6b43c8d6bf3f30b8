import type { Element } from "hast";
import { numeral } from "../numeral.ts";

/** What a reader sees before each entry of a list, null for a bullet. */
export function labelEntries(list: Element, entries: readonly Element[]): (string | null)[] {
  if (list.tagName !== "ol") return entries.map(() => null);
  const style = /list-style(?:-type)?:[^;]*?(decimal|(?:lower|upper)-(?:alpha|latin|roman)|none)/i.exec(
    String(list.properties.style ?? ""),
  )?.[1];
  const format = formatOf(style?.toLowerCase() ?? String(list.properties.type ?? "1"));
  const step = list.properties.reversed === true ? -1 : 1;
  let number = numberIn(list.properties.start) ?? (step < 0 ? entries.length : 1);
  return entries.map((entry) => {
    number = numberIn(entry.properties.value) ?? number;
    const label = format === null ? null : `${numeral(number, format)}.`;
    number += step;
    return label;
  });
}

function numberIn(value: unknown): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : null;
}

function formatOf(style: string): string | null {
  if (style === "none") return null;
  if (/^(?:a|lower-(?:alpha|latin))$/.test(style)) return "lowerLetter";
  if (/^(?:A|upper-(?:alpha|latin))$/.test(style)) return "upperLetter";
  if (/^(?:i|lower-roman)$/.test(style)) return "lowerRoman";
  return /^(?:I|upper-roman)$/.test(style) ? "upperRoman" : "decimal";
}
