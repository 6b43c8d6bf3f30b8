import { fromHtml } from "hast-util-from-html";
import { scanBlocks } from "../../markdown/blocks.ts";
import { append } from "../../source/many.ts";
import { demandLength } from "../bounds.ts";
import { decodeText } from "../decoding.ts";
import { type Finds, readHtmlBlocks } from "../html/blocks.ts";
import { demandFlatPage } from "../html/nesting.ts";
import type { Imported, Origin } from "../imported.ts";
import { printBlocks } from "../print.ts";
import { remarkOnHidden, remarkOnPictures } from "../remarks.ts";

/** Reads Markdown: as it stands, but for what is written in HTML, which becomes Markdown too. */
export async function importMarkdown(bytes: Uint8Array): Promise<Imported> {
  const { text, remarks } = decodeText(bytes);
  demandLength(text);
  const finds: Finds = { pictures: 0, hidden: [], described: [] };
  const lines: PlacedLine[] = [];
  let at = 0;
  let line = 1;
  const keep = (end: number): void => {
    const kept = text.slice(at, end).replace(/\n$/, "");
    if (at < end)
      for (const words of kept.split("\n")) lines.push({ text: words, origin: { page: null, line: line++ } });
    at = end;
  };
  for (const { start, end } of findPages(text)) {
    keep(start);
    const page = text.slice(start, end);
    part(lines);
    append(lines, rewritePage(page, line - 1, finds));
    if (!/^\s*(?:\n|$)/.test(text.slice(end, end + 1))) part(lines);
    line += page.match(/\n/g)?.length ?? 0;
    at = end;
  }
  keep(text.length);
  return {
    text: lines.map((printed) => `${printed.text}\n`).join(""),
    countedIn: "line",
    origins: lines.map(({ origin }) => origin),
    dropped: [...finds.hidden, ...finds.described],
    remarks: [...remarks, ...remarkOnHidden(finds.hidden), ...remarkOnPictures(finds.pictures)],
  };
}

interface PlacedLine {
  readonly text: string;
  readonly origin: Origin | null;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text that are HTML, whole lines: a table or a list of HTML may have empty lines in it. */
function findPages(text: string): Stretch[] {
  const pages: Stretch[] = [];
  const blocks = scanBlocks(text, bodyStart(text)).filter(({ parent }) => parent < 0);
  let open: { start: number; end: number; depth: number } | null = null;
  for (const block of blocks) {
    const isHtml = block.kind === "html" && /<[a-z]/i.test(text.slice(block.start, block.end));
    if (open === null && !isHtml) continue;
    if (open !== null && open.depth <= 0 && !isHtml) {
      pages.push(open);
      open = null;
    } else {
      open ??= { start: lineStart(text, block.start), end: 0, depth: 0 };
      open.end = lineEnd(text, block.end);
      open.depth += depthOf(text.slice(block.start, block.end));
    }
  }
  if (open !== null) pages.push(open);
  if (pages.length > 0) demandFlatPage(text);
  return pages;
}

/** How many more tables and lists begin than end. */
function depthOf(html: string): number {
  const begun = html.match(/<(?:table|ul|ol|dl|pre)\b/gi)?.length ?? 0;
  return begun - (html.match(/<\/(?:table|ul|ol|dl|pre)\s*>/gi)?.length ?? 0);
}

function rewritePage(page: string, before: number, finds: Finds): PlacedLine[] {
  const { text, origins } = printBlocks(readHtmlBlocks(fromHtml(page, { fragment: true }).children, finds));
  const lines = text.split("\n").slice(0, -1);
  return lines.map((words, index) => {
    const origin = origins[index] ?? null;
    return { text: words, origin: origin === null ? null : { ...origin, line: origin.line + before } };
  });
}

/** What becomes Markdown must not run into what is beside it. */
function part(lines: PlacedLine[]): void {
  if (lines.length > 0 && lines[lines.length - 1]!.text !== "") lines.push({ text: "", origin: null });
}

/** Front matter is no Markdown. */
function bodyStart(text: string): number {
  return /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)?.[0].length ?? 0;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", Math.max(at - 1, 0));
  return end < 0 ? text.length : end + 1;
}
