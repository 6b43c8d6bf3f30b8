import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { escapeMarkup } from "../source/markup.ts";
import { fillTemplate, type Markup } from "../write/template.ts";
import { columnsOf } from "./columns.ts";
import { elementsOf, elementsWithin, SCREEN } from "./html/elements.ts";
import { wordsOf } from "./nodes.ts";
import type { Page } from "./page.ts";
import { pageWords } from "./page-words.ts";
import type { Means } from "./print.ts";

/**
 * What stands before the template. The page is one file that runs nothing and asks nobody for anything: this holds
 * for whatever a template, its own or a board's, has in it, since no later word of a page can loosen it.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** A page as one HTML file, which is complete in itself. */
export async function printHtml(page: Page, { template }: Pick<Means, "template">): Promise<string> {
  const ids = new Map(page.outline.map(({ heading, id }) => [heading, id]));
  const columns = columnsOf(page.tree.children, SCREEN);
  const made = (elements: Root): Markup => ({ markup: toHtml(elements) });
  const words = {
    ...pageWords(page, {
      // Plain words are left to be escaped, and so may stand in an attribute too.
      line: (node) =>
        node.children.every(({ type }) => type === "text") ? wordsOf(node) : made(elementsWithin(node)),
      blocks: (nodes, under) => made(elementsOf(nodes, { ids, columns, under })),
    }),
    style: { markup: styleOf(template("minutes.css").text) },
  };
  const head = [
    "<!doctype html>",
    `<html lang="${page.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
  ];
  const own = template("minutes.html");
  const html = `${[...head, fillTemplate(own, words, escapeMarkup).trim()].join("\n")}\n`;
  // The policy can't hold back a page that sends its reader elsewhere. Its own line is the one that says `http-equiv`.
  if (html.split(/http-equiv/i).length > 2) {
    const { refuseCommands } = await import("./html/commands.ts");
    refuseCommands(html, own.path);
  }
  return html;
}

/** A stylesheet that can't end the element that it stands in. */
function styleOf(css: string): string {
  return css.trim().replace(/<\/(?=style)/gi, "<\\/");
}
