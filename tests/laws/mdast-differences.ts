import type { Nodes, Root } from "mdast";
import {
  endOf,
  forEach,
  has,
  lastEnd,
  lineOf,
  linesOf,
  setEnd,
  setStart,
  skipWhiteSpace,
  startOf,
} from "./mdast-tree.ts";

/** A place where the scanner and mdast are known to part. Either mdast's tree can be amended, or a text is excused. */
export interface Difference {
  /** What mdast does. */
  readonly name: string;
  /** A small text that shows it. */
  readonly text: string;
  /** Why the scanner does otherwise. */
  readonly reason: string;
  /** Makes mdast's tree what it would be without the difference. */
  readonly amend?: (tree: Root, text: string) => void;
  /** Whether a text may show it. */
  readonly excuses?: (text: string, tree: () => Root) => boolean;
}

const LINE_END = String.raw`(?:\r\n|\r|\n)`;
const BOX = /^\[[ xX]\]/;
const BOX_BEHIND = /\[[ xX]\]\s*$/;
const BROKEN_BOX_BEHIND = new RegExp(String.raw`\[(?:${LINE_END}[ \t>]*|\t)\]\s*$`);
/** A tag in a line of its own. `div`, which may interrupt a paragraph, is the only tag of that kind that the laws use. */
const OWN_LINE_TAG = /^[ \t]*<\/?(?!div[\s/>])[a-z][^<>\r\n]*>[ \t]*(?:[\r\n]|$)/i;
const BLANK_LIKE_CODE = /[\r\n][ \t>]*(?: {4}|\t)[ \t]*(?=[\r\n]|$)/;
const BOX_BELOW_EMPTY_ITEM = new RegExp(String.raw`[-+*.)]${LINE_END}[ \t>]*\[(?:[ \txX]|${LINE_END})\]`);
const PREFIX_WITHOUT_LINE_END = /[\r\n][ \t>]+$/;
const UNQUOTED_VALUE = /<[a-z][^<>\r\n]*=[ \t]*[^\s"'=<>`]*(?:=|\/(?!>))/i;
const QUOTE_MARKS = /^[\s>]+$/;
/** An item that can't interrupt a paragraph: it is empty, or its number is not 1. */
const WEAK_ITEM = /^(?:(?!1[.)])\d{1,9}[.)][ \t]|(?:[-+*]|\d{1,9}[.)])[ \t]*(?:[\r\n]|$))/;

/** Every place where the two part. The list may only shrink. */
export const DIFFERENCES: readonly Difference[] = [
  {
    name: "an item that ends in open code runs over the next marker",
    text: "- ```\n- b",
    reason: "Two items can't both have the second's marker; the scanner ends the first before it.",
    amend: (tree) =>
      forEach(tree, ["list"], (list) => {
        list.children.forEach((item, index) => {
          const next = list.children[index + 1];
          if (next !== undefined && endOf(item) > startOf(next)) setEnd(item, lastEnd(item));
        });
      }),
  },
  {
    name: "a list, an item or an inner quote takes in marks of the quote around it that follow it",
    text: "> - a\n>\n",
    reason:
      "They are no part of it; the scanner ends a list with what stands last in it, and a quote with its last line.",
    amend: (tree, text) =>
      forEach(tree, ["list", "listItem", "blockquote"], (node) => {
        const last = lastEnd(node);
        if (node.type === "blockquote") setEnd(node, Math.max(last, wholeLineEnd(text, endOf(node))));
        else if (last !== -1 && QUOTE_MARKS.test(text.slice(last, endOf(node)))) setEnd(node, last);
      }),
  },
  {
    name: "an underlined heading begins with the definitions before it",
    text: "[a]: b\nc\n===",
    reason: "It would overlap them; the scanner begins it with its own text.",
    amend: (tree) =>
      forEach(tree, ["heading"], (heading) => {
        const [first] = heading.children;
        if (first !== undefined && isUnderlined(heading) && lineOf(first) > lineOf(heading)) {
          setStart(heading, startOf(first));
        }
      }),
  },
  {
    name: "a paragraph behind a box begins with white space, or with the box if markup follows",
    text: "- [ ] *a*",
    reason: "Whether markup follows is known only after inline parsing; the scanner begins it with its text.",
    amend: (tree, text) =>
      forEach(tree, ["listItem"], (item) => {
        const paragraph = item.children.find((child) => child.type === "paragraph");
        if (typeof item.checked !== "boolean" || paragraph === undefined) return;
        const start = startOf(paragraph);
        const isBehind =
          BOX_BEHIND.test(text.slice(0, start)) || BROKEN_BOX_BEHIND.test(text.slice(0, start));
        const box = isBehind ? null : BOX.exec(text.slice(start));
        setStart(paragraph, skipWhiteSpace(text, start + (box?.[0].length ?? 0)));
      }),
  },
  {
    name: "a box may be broken over two lines, or hold a tab that is one column wide",
    text: "- [\n  ] a",
    reason: "Nobody sees a box there; the scanner reads it as text.",
    amend: (tree, text) =>
      forEach(tree, ["listItem"], (item) => {
        const paragraph = item.children.find((child) => child.type === "paragraph");
        if (typeof item.checked !== "boolean" || paragraph === undefined) return;
        const broken = BROKEN_BOX_BEHIND.exec(text.slice(0, startOf(paragraph)));
        if (broken !== null) setStart(paragraph, broken.index);
      }),
  },
  {
    name: "a box is read in the line after an empty item",
    text: "-\n[x] a",
    reason:
      "The line is no part of the item; the scanner reads the box as text, and mdast's own checks fail on it.",
    excuses: (text) => BOX_BELOW_EMPTY_ITEM.test(text),
  },
  {
    name: "indented code right after a quote or a list is one block a line",
    text: "> a\n>\n    b\n    c",
    reason: "CommonMark makes lines of code one block; so does mdast everywhere else.",
    amend: (tree, text) =>
      forEach(tree, ["root", "blockquote", "listItem"], (parent) => {
        const kept: Nodes[] = [];
        for (const child of parent.children) {
          const last = kept[kept.length - 1];
          const isCode = isIndentedCode(child, text);
          if (isCode && last !== undefined && isIndentedCode(last, text)) setEnd(last, endOf(child));
          else kept.push(child);
        }
        parent.children.splice(0, parent.children.length, ...(kept as never[]));
      }),
  },
  {
    name: "an inner quote takes in a last line of the outer one, and open code does not, if it has no line end",
    text: "> <!--\n>",
    reason: "A line end there changes nothing else; with one, mdast agrees.",
    excuses: (text) => PREFIX_WITHOUT_LINE_END.test(text),
  },
  {
    name: "a tag is whole with an unquoted value that holds `=`, and is not with one that holds `/`",
    text: "<a b=/c>",
    reason: "CommonMark has it the other way round.",
    excuses: (text) => UNQUOTED_VALUE.test(text),
  },
  {
    name: "a whole tag ends a paragraph that it could only lazily go on",
    text: "> a\n<x>\n",
    reason:
      "CommonMark lets no such tag interrupt a paragraph; mdast puts it in the quote, or outside at the text's end.",
    excuses: (text, tree) => hasTagBelowParagraph(tree(), text),
  },
  {
    name: "indented code is not interrupted by an empty item, or by a number other than 1",
    text: "    a\n2. b",
    reason: "CommonMark says this of paragraphs alone.",
    excuses: (text, tree) => hasTextLikeItem(tree(), text),
  },
  {
    name: "a list or quote that interrupts a paragraph does not begin with an empty item, or a number other than 1",
    text: "a\n- 2. b",
    reason: "CommonMark says this of the container that interrupts, not of those in it.",
    excuses: (text, tree) => hasTextLikeItem(tree(), text),
  },
  {
    name: "`]]]>` does not end a CDATA section",
    text: "<![CDATA[]]]>\nb",
    reason: "It contains `]]>`, which does.",
    excuses: (text) => text.includes("]]]>"),
  },
  {
    name: "no table begins right below a table in a quote or a list",
    text: "> | a |\n> | - |\n| b |\n| - |",
    reason: "The quote has ended, and its table with it.",
    excuses: (_text, tree) => hasParagraphBelowTable(tree()),
  },
  {
    name: "indented code right after a quote or a list takes in no blank line that is indented like code",
    text: "> a\n>\n    b\n    \nc",
    reason: "So it does everywhere else.",
    excuses: (text, tree) => BLANK_LIKE_CODE.test(text) && hasCodeBelowContainer(tree(), text),
  },
];

/** Whether a text shows a difference for which mdast's tree can't be amended. The tree is asked for where it is needed. */
export function isExcused(text: string, tree: () => Root): boolean {
  return DIFFERENCES.some((difference) => difference.excuses?.(text, tree) === true);
}

/** Whether a text block begins with what can only be a list item. */
function hasTextLikeItem(tree: Root, text: string): boolean {
  return has(tree, ["paragraph", "heading", "table"], (node) => WEAK_ITEM.test(text.slice(startOf(node))));
}

/** Whether a paragraph, or one of definitions alone, ends in the line above a tag. */
function hasTagBelowParagraph(tree: Root, text: string): boolean {
  const ends = linesOf(tree, ["paragraph", "definition"]);
  return has(
    tree,
    ["html"],
    (node) => ends.has(lineOf(node) - 1) && OWN_LINE_TAG.test(text.slice(startOf(node), endOf(node))),
  );
}

function hasParagraphBelowTable(tree: Root): boolean {
  const ends = linesOf(tree, ["table"]);
  return has(tree, ["paragraph", "heading"], (node) => ends.has(lineOf(node) - 1));
}

/** Whether indented code comes right after a quote or a list. */
function hasCodeBelowContainer(tree: Root, text: string): boolean {
  let found = false;
  forEach(tree, ["root", "blockquote", "listItem"], ({ children }) => {
    children.forEach((child, index) => {
      const before = children[index - 1]?.type;
      if (isIndentedCode(child, text) && (before === "list" || before === "blockquote")) found = true;
    });
  });
  return found;
}

/** An offset where a line ends or begins, as it is; else the end of the line before. */
function wholeLineEnd(text: string, offset: number): number {
  const isWhole = offset === text.length || /[\r\n]/.test(text.slice(offset - 1, offset + 1));
  return isWhole ? offset : text.slice(0, offset).search(/(?:\r\n|\n|\r)[^\r\n]*$/);
}

function isUnderlined(heading: Nodes): boolean {
  return heading.position!.end.line > lineOf(heading);
}

function isIndentedCode(node: Nodes, text: string): boolean {
  return node.type === "code" && !/^(?:```|~~~)/.test(text.slice(startOf(node), startOf(node) + 3));
}
