import type { Nodes } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { fillTemplate } from "../write/template.ts";
import type { Page } from "./page.ts";
import { pageWords } from "./page-words.ts";
import type { Means } from "./print.ts";

/** A page as Markdown with tables, as its template has it. */
export function printMarkdown(page: Page, { template }: Pick<Means, "template">): string {
  const words = pageWords(page, {
    line: (node) => writeOut(node).replace(/^#+ /, ""),
    blocks: (children) => writeOut({ type: "root", children: [...children] }),
  });
  return `${fillTemplate(template("minutes.md"), words).trim()}\n`;
}

function writeOut(node: Nodes): string {
  const markdown = toMarkdown(node, {
    bullet: "-",
    emphasis: "*",
    rule: "-",
    listItemIndent: "one",
    extensions: [tables()],
  });
  return markdown.replace(/\n$/, "");
}

/** Tables whose columns are not padded: one long update would push every other cell off the screen. */
function tables(): Options {
  const extension = gfmTableToMarkdown({ tablePipeAlign: false });
  const { table } = extension.handlers!;
  const withLongRule: typeof table = (...node) =>
    table!(...node).replace(/\n[|: -]+/, (rule) => rule.replaceAll("-", "---"));
  return { ...extension, handlers: { ...extension.handlers, table: withLongRule } };
}
