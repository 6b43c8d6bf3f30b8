import { scanBlocks } from "../../src/markdown/blocks.ts";
import { plainText } from "../../src/markdown/plain-text.ts";

/** The letters and figures that a reader of Markdown sees of a text, in order, with the numbers of its lists. */
export function lettersRead(text: string): string {
  const words = scanBlocks(text).flatMap((block) => {
    if (block.kind === "item") return block.level >= 0 ? [String(block.level)] : [];
    return block.lines.map((line) => plainText(text, [line]).text);
  });
  return lettersOf(words.join(""));
}

/** The letters and figures of a text. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
