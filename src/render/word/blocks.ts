import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from "docx";
import type { BlockContent, DefinitionContent, List, RootContent } from "mdast";
import type { TableColumns } from "../columns.ts";
import { leadsIn, wordsOf } from "../nodes.ts";
import { directionOf, runsOf, textRuns } from "./inline.ts";
import { BULLETS, DEEPEST, indentAt, type Lists } from "./lists.ts";
import { tableOf } from "./table.ts";

/** Where a block stands. */
export interface Setting {
  readonly lists: Lists;
  /** The columns of the tables of the page. */
  readonly columns: TableColumns;
  /** The width of the text, in twentieths of a point. */
  readonly width: number;
  /** How many lists it stands in. */
  readonly depth: number;
  /** The style of its paragraphs, where it is not the usual one. */
  readonly style?: string;
  /** Whether it stays on the sheet of what follows. */
  readonly keepNext?: boolean;
}

/** The blocks of a page as Word has them. */
export function blocksOf(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  setting: Setting,
): (Paragraph | Table)[] {
  return nodes.flatMap((node, index) =>
    blockOf(node, { ...setting, keepNext: leadsIn(nodes, index) }, nodes[index + 1]),
  );
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function blockOf(node: RootContent, setting: Setting, next?: RootContent): (Paragraph | Table)[] {
  const { depth, width, style, columns, keepNext } = setting;
  const indent = depth === 0 ? {} : { indent: { left: indentAt(depth - 1) } };
  const paragraph = (options: IParagraphOptions) =>
    new Paragraph({
      ...indent,
      ...directionOf(wordsOf(node)),
      ...(style && { style }),
      ...options,
    });
  switch (node.type) {
    case "heading":
      return [paragraph({ heading: HEADINGS[node.depth - 1]!, children: runsOf(node.children) })];
    case "paragraph":
      return [paragraph({ ...(keepNext && { keepNext }), children: runsOf(node.children) })];
    case "list":
      return listOf(node, setting);
    case "blockquote":
      return blocksOf(node.children, { ...setting, style: "Quote" });
    case "code":
      return [paragraph({ style: "CodeBlock", children: linesOf(node.value) })];
    case "table":
      return [tableOf(node, columns, width), belowTable(next)];
    case "thematicBreak":
      return [
        paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "A6B1C0" } } }),
      ];
    default:
      return [];
  }
}

/**
 * Word would make one table of two that follow each other, and wants a paragraph after the last one. It is as low as can
 * be, or at the foot of a sheet it would begin another one that is blank.
 */
function belowTable(next: RootContent | undefined): Paragraph {
  const after = next === undefined || next.type === "heading" ? 0 : 140;
  return new Paragraph({ spacing: { after, line: 20, lineRule: LineRuleType.EXACT } });
}

function linesOf(text: string): ParagraphChild[] {
  return text
    .split("\n")
    .flatMap((line, index) => [...(index === 0 ? [] : [new TextRun({ break: 1 })]), ...textRuns(line)]);
}

/** Each entry begins with a paragraph that bears its mark; what else it says stands below, as far in. */
function listOf({ ordered, start, children }: List, setting: Setting): (Paragraph | Table)[] {
  const level = Math.min(setting.depth, DEEPEST);
  const reference = ordered === true ? setting.lists.number(start ?? 1, level) : BULLETS;
  return children.flatMap((entry, index) => {
    const [first, ...rest] = entry.children;
    const isEnd = setting.depth === 0 && index === children.length - 1 && rest.length === 0;
    // A list within a list and nothing else in its entry: its own marks say all.
    if (first?.type === "list" && rest.length === 0) return blocksOf([first], setting);
    const begun = first?.type === "paragraph" ? first : null;
    const marked = new Paragraph({
      style: "ListParagraph",
      ...(isEnd && { spacing: { after: 140 } }),
      numbering: { reference, level },
      ...(begun !== null && directionOf(wordsOf(begun))),
      children: runsOf(begun?.children ?? []),
    });
    const below = begun === null ? entry.children : rest;
    return [marked, ...blocksOf(below, { ...setting, depth: level + 1, style: "ListParagraph" })];
  });
}
