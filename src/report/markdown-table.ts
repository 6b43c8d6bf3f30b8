import { clean, type Shown } from "./untrusted.ts";

/** A table of Markdown that no cell can break: pipes, line breaks, comments and HTML in it are made harmless. */
export function writeMarkdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): Shown {
  const lines = [headings, headings.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.map(writeCell).join(" | ")} |`,
  );
  return { shown: `${lines.join("\n")}\n` };
}

/** One cell's text, on one line. */
function writeCell(text: string): string {
  const line = clean(text.replace(/\s+/g, " ").trim()).shown;
  return line.replace(/(\\*)(\||<(?=[!/?a-z]))/gi, (_, slashes, sign) => `${slashes}${slashes}\\${sign}`);
}
