import type { Nodes, Text } from "hast";
import { cleanWords } from "../escape.ts";
import type { Dropped } from "../imported.ts";

/** Elements that stand in a line of text; all others begin and end one. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|output|q|rb|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|blink|o:p|st1:[a-z]+)$/;

/** Elements whose text nobody sees. */
const UNSEEN = /^(?:script|style|template|link|meta|base|param|source|track|datalist)$/;

export function isInline(tagName: string): boolean {
  return INLINE.test(tagName);
}

export function isUnseen(tagName: string): boolean {
  return UNSEEN.test(tagName);
}

/** The words that would be seen of a part of a page, line by line, for a list of what was left out. */
export function listWords(node: Nodes): Dropped[] {
  const lines: Dropped[] = [];
  let words = "";
  let at = 1;
  const end = (): void => {
    const text = cleanWords(words).trim();
    if (/[\p{L}\p{N}]/u.test(text)) lines.push({ page: null, line: at, text });
    words = "";
  };
  const walk = (inner: Nodes): void => {
    if (inner.type === "text") {
      if (words.trim() === "") at = lineOf(inner) ?? at;
      words += inner.value;
    } else if (inner.type === "element" && !isUnseen(inner.tagName)) {
      if (typeof inner.properties.alt === "string") words += ` ${inner.properties.alt} `;
      if (!isInline(inner.tagName)) end();
      for (const child of inner.children) walk(child);
      if (!isInline(inner.tagName)) end();
    } else if (inner.type === "root") for (const child of inner.children) walk(child);
  };
  walk(node);
  end();
  return lines;
}

/** The line of a page that the first word of a text stands on; null where that is not known. */
export function lineOf({ value, position }: Text): number | null {
  if (position === undefined) return null;
  return position.start.line + (/^\s*/.exec(value)![0].match(/\n/g)?.length ?? 0);
}

/** How many words some lines have. */
export function countWords(lines: readonly { readonly text: string }[]): number {
  return lines.reduce(
    (sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+(?:['\u2019][\p{L}]+)*/gu)?.length ?? 0),
    0,
  );
}
