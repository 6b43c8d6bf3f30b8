import { squash } from "../markdown/plain-text.ts";

/** What a plain scalar may be: it begins like a word, and holds nothing that ends or divides it. */
const PLAIN = /^[\p{L}\p{N}(](?:(?!:(?: |$)| #)[^\0-\x1f\x7f-\x9f\u2028\u2029\ufeff])*$/u;
const NOTHING = /^null$/i;
/** What ends a scalar within brackets. */
const FLOW = /[,[\]{}]/;
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g;

/** Words as a YAML scalar on one line: read back, they are the same words. */
export function writeYamlText(words: string, within: "block" | "flow" = "block"): string {
  const line = squash(words);
  if (PLAIN.test(line) && !NOTHING.test(line) && !(within === "flow" && FLOW.test(line))) return line;
  if (line.search(UNPRINTABLE) < 0) return `'${line.replaceAll("'", "''")}'`;
  const code = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `"${line.replace(/["\\]/g, "\\$&").replace(UNPRINTABLE, code)}"`;
}
