import type { Element, Nodes as HtmlNodes, Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import type { Heading, Image, Link, Paragraph, RootContent, Table } from "mdast";
import { type Handlers, type State, toHast } from "mdast-util-to-hast";
import { columnsFor, type Paper, type TableColumns } from "../columns.ts";
import { wordsOf } from "../nodes.ts";
import { element } from "./element.ts";
import { elementOfTable } from "./table.ts";

/** What of a page must be known to print a part of it. */
export interface Surroundings {
  /** The ids of the headings below the title. */
  readonly ids: ReadonlyMap<Heading, string>;
  /** The columns of the tables of the page. */
  readonly columns: TableColumns;
  /** The heading that the part stands under. */
  readonly under: Heading | null;
}

/** What a table has on a wide screen. */
export const SCREEN: Paper = { width: 48, gutter: 0.9 };

/** Nodes of a page as HTML. What is not on the list of what a page may hold is left out, its words aside. */
export function elementsOf(nodes: readonly RootContent[], surroundings: Surroundings): Root {
  const tree = toHast({ type: "root", children: [...nodes] }, { handlers: handlersFor(surroundings) });
  const safe = sanitize(tree, SCHEMA) as Root;
  turnAsWritten(safe);
  return safe;
}

/** What a heading or a paragraph holds, as HTML. */
export function elementsWithin({ children }: Heading | Paragraph): Root {
  const [line] = elementsOf([{ type: "paragraph", children }], {
    ids: new Map(),
    columns: new Map(),
    under: null,
  }).children;
  return { type: "root", children: line?.type === "element" ? line.children : [] };
}

const SCHEMA: Schema = {
  tagNames: [
    ...["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "br"],
    ...["table", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "a", "strong", "em", "code"],
  ],
  attributes: {
    "*": ["id", "role"],
    p: [["className", "action", "decision", "about"]],
    a: ["href"],
    ol: ["start"],
    table: ["ariaLabelledBy"],
    col: [["style", /^width:\d+(?:\.\d)?%$/]],
    th: ["scope", "dataLabel", ["className", "right", "center"]],
    td: ["dataLabel", ["className", "right", "center"]],
  },
  protocols: { href: ["http", "https", "mailto"] },
  clobber: [],
  strip: ["script", "style"],
};

function handlersFor({ ids, columns, under }: Surroundings): Handlers {
  let above = under;
  return {
    heading: (state: State, node: Heading): Element => {
      const id = ids.get(node);
      const children = state.all(node);
      // One within a list or a quotation is none of the page's own.
      if (id === undefined) return element("p", {}, [element("strong", {}, children)]);
      above = node;
      return element(`h${node.depth}`, { id }, children);
    },
    paragraph: (state: State, node: Paragraph): Element => {
      const kind = kindOf(node);
      return element("p", kind === null ? {} : { className: [kind] }, state.all(node));
    },
    table: (state: State, node: Table): Element =>
      elementOfTable(node, columnsFor(node, columns, SCREEN), (above && ids.get(above)) ?? null, (cell) =>
        state.all(cell),
      ),
    link: (state: State, node: Link): Element =>
      linkTo(node.url, wordsOf(node).trim() === "" ? null : state.all(node)),
    // A page that asks nobody for anything can't show a picture that lies elsewhere.
    image: (_: State, node: Image): Element =>
      linkTo(node.url, node.alt ? [{ type: "text", value: node.alt }] : null),
  };
}

function linkTo(url: string, children: Element["children"] | null): Element {
  return element("a", { href: url }, children ?? [{ type: "text", value: url }]);
}

/** What a paragraph is, for the eye: it begins with a marker in bold, or describes its item. */
function kindOf({ children }: Paragraph): string | null {
  const [first] = children;
  if (first?.type === "emphasis" && children.length === 1) return "about";
  if (first?.type !== "strong") return null;
  const words = wordsOf(first);
  if (/^(?:agreed\s+)?actions?\b/i.test(words)) return "action";
  return /^(?:decision|agreed|resolved|endorsed|noted|recommended|deferred|forward plan)\b/i.test(words)
    ? "decision"
    : null;
}

/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LINES = new Set(["p", "li", "h2", "h3", "h4", "h5", "h6", "th", "td", "pre"]);

/** Lets each line run in the direction of its own words. Tells whether any of them runs from the right. */
function turnAsWritten(node: HtmlNodes): boolean {
  if (node.type === "text") return FROM_THE_RIGHT.test(node.value);
  if (!("children" in node)) return false;
  const turns = node.children.map(turnAsWritten).includes(true);
  if (turns && node.type === "element" && LINES.has(node.tagName)) node.properties.dir = "auto";
  return turns;
}
