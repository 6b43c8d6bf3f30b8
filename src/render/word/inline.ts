import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from "docx";
import type { PhrasingContent } from "mdast";
import { makeVisible } from "../../source/visible.ts";

/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT =
  "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";
const LEFTWARD = new RegExp(`[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}\\P{L}]*[${RIGHT_TO_LEFT}])?`, "gu");
const FIRST_LETTER = new RegExp(`^\\P{L}*[${RIGHT_TO_LEFT}]`, "u");

/** The direction of a paragraph, where it begins with a letter that is written from right to left. */
export function directionOf(words: string): { readonly bidirectional?: true } {
  return FIRST_LETTER.test(words) ? { bidirectional: true } : {};
}

/** The words of a paragraph as Word has them: runs of one form each, and links. */
export function runsOf(nodes: readonly PhrasingContent[], form: IRunOptions = {}): ParagraphChild[] {
  return nodes.flatMap((node) => runsOfNode(node, form));
}

function runsOfNode(node: PhrasingContent, form: IRunOptions): ParagraphChild[] {
  switch (node.type) {
    case "text":
      return textRuns(node.value.replace(/\s*\n\s*/g, " "), form);
    case "inlineCode":
      return textRuns(node.value, { ...form, style: "InlineCode" });
    case "strong":
      return runsOf(node.children, { ...form, bold: true });
    case "emphasis":
      return runsOf(node.children, { ...form, italics: true });
    case "delete":
      return runsOf(node.children, { ...form, strike: true });
    case "break":
      return [new TextRun({ ...form, break: 1 })];
    case "link":
      return [linkTo(node.url, runsOf(node.children, { ...form, style: "Hyperlink" }))];
    case "image":
      // Where a picture lies is known, and not what it holds: its words stand for it.
      return [linkTo(node.url, textRuns(node.alt || node.url, { ...form, style: "Hyperlink" }))];
    default:
      return [];
  }
}

/** A link can hold no link; the words of an empty one are its address. */
function linkTo(url: string, children: readonly ParagraphChild[]): ParagraphChild {
  const runs = children.flatMap((child) =>
    child instanceof ExternalHyperlink ? child.options.children : [child],
  );
  return new ExternalHyperlink({
    link: makeVisible(url),
    children: runs.length > 0 ? runs : textRuns(url, { style: "Hyperlink" }),
  });
}

/** Words as runs: those that are written from right to left are told apart, as Word wants it. */
export function textRuns(text: string, form: IRunOptions = {}): TextRun[] {
  const words = makeVisible(text);
  const runs: TextRun[] = [];
  let from = 0;
  for (const { 0: leftward, index } of words.matchAll(LEFTWARD)) {
    if (index > from) runs.push(new TextRun({ ...form, text: words.slice(from, index) }));
    runs.push(new TextRun({ ...form, text: leftward, rightToLeft: true }));
    from = index + leftward.length;
  }
  if (from < words.length) runs.push(new TextRun({ ...form, text: words.slice(from) }));
  return runs;
}
