import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { paragraphOf, strongOf } from "./nodes.ts";
import type { Page } from "./page.ts";

/** A page as Markdown with tables; what must be seen on every sheet stands right below its title. */
export function printMarkdown({ tree, mark }: Page): string {
  const [title, ...body] = tree.children;
  const marked = mark === null ? [] : [paragraphOf(strongOf(mark))];
  const children = title === undefined ? marked : [title, ...marked, ...body];
  return toMarkdown(
    { type: "root", children },
    {
      bullet: "-",
      emphasis: "*",
      rule: "-",
      listItemIndent: "one",
      extensions: [tables()],
    },
  );
}

/** Tables whose columns are not padded: one long update would push every other cell off the screen. */
function tables(): Options {
  const extension = gfmTableToMarkdown({ tablePipeAlign: false });
  const { table } = extension.handlers!;
  const withLongRule: typeof table = (...node) =>
    table!(...node).replace(/\n[|: -]+/, (rule) => rule.replaceAll("-", "---"));
  return { ...extension, handlers: { ...extension.handlers, table: withLongRule } };
}
