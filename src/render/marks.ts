import type { Nodes, Paragraph, PhrasingContent, RootContent, Text } from "mdast";
import { scanBlocks } from "../markdown/blocks.ts";
import { plainText } from "../markdown/plain-text.ts";
import type { Meeting } from "../model/meeting.ts";
import { findMarkedLines } from "../read/marked-line.ts";
import type { Span } from "../source/source-file.ts";
import { onOneLine, strongOf } from "./nodes.ts";

/** Where a marked line begins in the file, and the words that mark it on the page. */
export interface Mark {
  /** The marker as it is written; empty where the words have none. */
  readonly span: Span;
  /** `Action 3`; null where the marker stays as it is. */
  readonly words: string | null;
}

/** The marks of a note in the order of the file. What bears no number is given the one that its reference has. */
export function findMarks(meeting: Meeting, text: string): Mark[] {
  const { actions, decisions, deferred, progress } = meeting;
  const marks: Mark[] = [
    ...actions
      .filter(({ fromLog }) => !fromLog)
      .map(({ marker, number }) => ({ span: marker, words: `Action ${number}` })),
    ...decisions.map(({ marker, kind, number }) => ({ span: marker, words: `${kind} ${number}` })),
    ...deferred.map(({ span }) => markOfDeferral(text, span)),
    ...progress.map(({ span }) => beginningAt(span.start)),
  ];
  const known = new Set(marks.map(({ span }) => span.start));
  const others = findBeginnings(text).filter(({ span }) => !known.has(span.start));
  return [...marks, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** Where any line begins that the recogniser knows for a marked one, `Action: none` and the like among them. */
function findBeginnings(text: string): Mark[] {
  return scanBlocks(text)
    .filter(({ kind }) => kind === "paragraph")
    .flatMap(({ lines }) => findMarkedLines(plainText(text, lines), false))
    .map(({ span }) => beginningAt(span.start));
}

function beginningAt(start: number): Mark {
  return { span: { start, end: start }, words: null };
}

function markOfDeferral(text: string, { start, end }: Span): Mark {
  const written = /^(?:deferred|forward\s+plan)/i.exec(text.slice(start, end))?.[0] ?? "";
  return { span: { start, end: start + written.length }, words: written === "" ? null : written };
}

/** Gives every marked line a paragraph of its own, its marker in bold. */
export function setMarks(nodes: readonly RootContent[], marks: readonly Mark[], text: string): RootContent[] {
  return nodes.flatMap((node) => setMarksIn(node, marks, text) as RootContent[]);
}

function setMarksIn(node: Nodes, marks: readonly Mark[], text: string): Nodes[] {
  if (node.type === "paragraph") return partParagraph(node, marks, text);
  if (!("children" in node) || node.type === "heading" || node.type === "table") return [node];
  const children = node.children.flatMap((child) => setMarksIn(child, marks, text));
  return [{ ...node, children } as Nodes];
}

function partParagraph(paragraph: Paragraph, marks: readonly Mark[], text: string): Paragraph[] {
  const here = marksIn(paragraph, marks);
  if (here.length === 0) return [paragraph];
  const parts: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    const inChild = marksIn(child, here);
    if (inChild.length === 0) parts.at(-1)!.push(child);
    else if (child.type === "text") partText(child, inChild, text, parts);
    else parts.push([relabel(child, inChild, text)]);
  }
  // What is agreed is one line each. A report on an earlier action may have its status on a line of its own.
  const isAgreed = here.some(({ words }) => words !== null);
  return parts
    .map((children) => trimEnds(isAgreed ? (children.map(onOneLine) as PhrasingContent[]) : children))
    .filter((children) => children.length > 0)
    .map((children) => ({ ...paragraph, children }));
}

function marksIn(node: Nodes, marks: readonly Mark[]): readonly Mark[] {
  const start = node.position?.start.offset ?? Number.POSITIVE_INFINITY;
  const end = node.position?.end.offset ?? 0;
  return marks.filter(({ span }) => span.start >= start && span.start < end);
}

/** Cuts a text where marks stand in it; each begins a new part. */
function partText(node: Text, marks: readonly Mark[], text: string, parts: PhrasingContent[][]): void {
  let from = 0;
  for (const { span, words } of marks) {
    const written = text.slice(span.start, span.end);
    const at = indexIn(node, span.start, written, text);
    if (at < from) continue;
    parts.at(-1)!.push({ type: "text", value: node.value.slice(from, at) });
    parts.push(words === null ? [] : [strongOf(words), ...(written === "" ? [colon()] : [])]);
    from = words === null ? at : at + written.length;
  }
  parts.at(-1)!.push({ type: "text", value: node.value.slice(from) });
}

function colon(): Text {
  return { type: "text", value: ": " };
}

/** Where an offset of the file is in the value of a text node: escapes and indentation are not part of it. */
function indexIn(node: Text, offset: number, written: string, text: string): number {
  const start = node.position!.start.offset!;
  const lines = text.slice(start, offset).split(/\r\n|\n|\r/);
  let lineStart = 0;
  for (let line = 1; line < lines.length; line++) lineStart = node.value.indexOf("\n", lineStart) + 1;
  return node.value.lastIndexOf(written, lineStart + lines.at(-1)!.length);
}

/** A marker that stands in bold already: it may lack its number. */
function relabel(node: PhrasingContent, [mark]: readonly Mark[], text: string): PhrasingContent {
  const words = mark?.words ?? null;
  if (mark === undefined || words === null || mark.span.start === mark.span.end) return node;
  const written = text.slice(mark.span.start, mark.span.end);
  if (!("children" in node)) return node;
  const [first, ...rest] = node.children;
  if (first?.type !== "text" || !first.value.startsWith(written)) return node;
  const value = words + first.value.slice(written.length);
  return { ...node, children: [{ ...first, value }, ...rest] } as PhrasingContent;
}

/** A part of a paragraph without white space at its ends. */
function trimEnds(children: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...children];
  const isBlank = (node: PhrasingContent | undefined) =>
    node?.type === "break" || (node?.type === "text" && node.value.trim() === "");
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  return kept.map((node, index) => {
    if (node.type !== "text") return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === kept.length - 1 ? start.trimEnd() : start };
  });
}
