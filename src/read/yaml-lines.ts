import { scanBlocks } from "../markdown/blocks.ts";
import { squash } from "../markdown/plain-text.ts";
import { DECISION_KINDS, type Decision } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import { entryOf, type YamlNode, type YamlScalar } from "../source/yaml-node.ts";
import { collectMarkedLines } from "./agreed.ts";
import { elementsOf, textOf } from "./fields.ts";
import type { MarkedLine } from "./marked-line.ts";
import { readPassages } from "./passages.ts";
import type { Reading, Stated } from "./reading.ts";

/** A marked line of an item, as its note or one of its lists has it. */
export interface ItemLine {
  readonly line: MarkedLine;
  readonly item: number;
  /** The action's own map, where it stands in one. */
  readonly stated: YamlNode | null;
}

/** An item's marked lines: those of its note, and those of its lists of actions, decisions and deferrals. */
export function readItemLines(item: YamlNode, number: number, reading: Reading): ItemLine[] {
  const note = entryOf(item, "note");
  const inNote = note?.kind === "scalar" ? readNoteLines(note, reading) : [];
  const listed = (key: string, kind: (node: YamlNode) => MarkedLine["kind"]): ItemLine[] =>
    elementsOf(entryOf(item, key)).map((node) => ({
      line: lineOf(node, kind(node)),
      item: number,
      stated: node,
    }));
  return [
    ...inNote.map((line) => ({ line, item: number, stated: null })),
    ...listed("actions", () => "Action"),
    ...listed("decisions", (node) => decisionKind(textOf(entryOf(node, "kind")))),
    ...listed("deferred", () => "Deferred"),
  ];
}

function decisionKind(words: string | null): Decision["kind"] {
  return DECISION_KINDS.find((kind) => kind.toLowerCase() === words?.toLowerCase()) ?? "Decision";
}

function lineOf(node: YamlNode, kind: MarkedLine["kind"]): MarkedLine {
  const text = node.kind === "map" ? entryOf(node, "text") : node;
  const number = textOf(entryOf(node, "number"));
  const span = text?.span ?? node.span;
  return {
    kind,
    number: number !== null && /^\d{1,4}$/.test(number) ? Number(number) : null,
    cited: null,
    brackets: null,
    text: withGoal(squash(textOf(text) ?? ""), textOf(entryOf(node, "to"))),
    marker: entryOf(node, "number")?.span ?? { start: node.span.start, end: node.span.start },
    textSpan: span,
    span,
  };
}

/** What is put off, and to when or to whom, as Markdown has it: `Housing, to 18 May 2020`. */
function withGoal(text: string, to: string | null): string {
  return to === null ? text : `${text.replace(/[.,;]$/, "")}, to ${squash(to)}`;
}

/** The marked lines of Markdown in a YAML text, with their places in the file. */
function readNoteLines(note: YamlScalar, reading: Reading): MarkedLine[] {
  const inner: Reading = { ...reading, text: note.text };
  return collectMarkedLines(readPassages(note.text, scanBlocks(note.text)), inner).map((line) => ({
    ...line,
    marker: placeInFile(note, line.marker),
    textSpan: placeInFile(note, line.textSpan),
    span: placeInFile(note, line.span),
  }));
}

/** Where a stretch of a scalar's text stands in the file: exact in a block scalar, else the scalar as a whole. */
function placeInFile(note: YamlScalar, { start, end }: Span): Span {
  if (note.lineOffsets === undefined) return note.span;
  const offsets = note.lineOffsets;
  const at = (offset: number): number => {
    const before = note.text.slice(0, offset);
    const line = before.split("\n").length - 1;
    return (offsets[line] ?? note.span.start) + offset - (before.lastIndexOf("\n") + 1);
  };
  return { start: at(start), end: at(end) };
}

/** Who has to do what its map says, until when. */
export function statedIn(node: YamlNode): Stated {
  const owners = elementsOf(entryOf(node, "owners") ?? entryOf(node, "owner"));
  return {
    owner: owners.flatMap((one) => textOf(one) ?? []).join("; ") || null,
    due: textOf(entryOf(node, "due")),
  };
}
