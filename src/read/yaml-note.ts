import { scanBlocks } from "../markdown/blocks.ts";
import { squash } from "../markdown/plain-text.ts";
import type { Board } from "../model/board.ts";
import { idOf } from "../model/file-name.ts";
import type { BlanketReport, Decision, Fault, Item, Meeting, Note, ProgressRow } from "../model/meeting.ts";
import { readStatus } from "../model/status.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { entryOf, type YamlNode, type YamlScalar } from "../source/yaml-node.ts";
import type { FrontMatter } from "../yaml/front-matter.ts";
import { readRefCell } from "./action-table.ts";
import { collectMarkedLines, type Raising, readDecisions, readDeferrals, readRaising } from "./agreed.ts";
import { exceptionFault, isBlanket, readBlanket } from "./blanket.ts";
import { elementsOf, readFields, textOf } from "./fields.ts";
import { joinLog } from "./log-joining.ts";
import { type MarkedLine, saysNone } from "./marked-line.ts";
import { dayOfId } from "./note.ts";
import { knownNames } from "./owners.ts";
import { readPassages } from "./passage.ts";
import { type Reading, readUndertaking } from "./reading.ts";

/** Reads a meeting written wholly in YAML into the same meeting that Markdown would give. */
export function readYamlNote(source: SourceFile, document: FrontMatter, board: Board): Note {
  const { node } = document;
  const fields = readFields(node, board);
  const id = idOf(source.path);
  const date = fields.date?.value ?? dayOfId(id);
  const people = [...fields.present, ...fields.inAttendance, ...fields.apologies, ...fields.absent];
  const names = knownNames(board, people);
  const { text } = source;
  const reading: Reading = { text, board, names, id, date, nextMeeting: fields.nextMeeting, isOwnForm: true };
  const items = elementsOf(entryOf(node, "items")).filter((item) => item.kind === "map");
  const lines = items.flatMap((item, index) => readItemLines(item, index + 1, reading));
  const raisings = lines
    .filter(({ line }) => line.kind === "Action" && line.text !== "" && !saysNone(line.text))
    .map(({ line, item, stated }) => readYamlRaising(line, item, stated, reading));
  const progress = entryOf(node, "progress");
  const { blanket, faults } = readYamlBlanket(progress);
  const meeting: Meeting = {
    ...fields,
    id,
    path: source.path,
    date,
    statedDates: fields.date === null ? [] : [fields.date],
    items: items.map((item, index) => readItem(item, index + 1)),
    actions: joinLog(raisings, [], [], reading).actions,
    log: [],
    logHeading: null,
    progress: readYamlProgress(progress, reading),
    progressHeading: keySpan(node, "progress"),
    progressSections: [],
    blanket,
    decisions: readDecisions(lines, reading),
    deferred: readDeferrals(lines, reading),
  };
  return { path: source.path, meeting, frontMatter: node, faults: [...document.faults, ...faults] };
}

interface ItemLine {
  readonly line: MarkedLine;
  readonly item: number;
  /** The action's own map, where it stands in one. */
  readonly stated: YamlNode | null;
}

function readItem(item: YamlNode, number: number): Item {
  const title = entryOf(item, "title");
  return { number, title: textOf(title) ?? "", span: title?.span ?? item.span, body: item.span };
}

/** An item's marked lines: those of its note, and those of its lists of actions, decisions and deferrals. */
function readItemLines(item: YamlNode, number: number, reading: Reading): ItemLine[] {
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

const DECISION_KINDS: readonly Decision["kind"][] = [
  "Decision",
  "Agreed",
  "Resolved",
  "Endorsed",
  "Noted",
  "Recommended",
];

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

function readYamlRaising(line: MarkedLine, item: number, stated: YamlNode | null, reading: Reading): Raising {
  if (stated?.kind !== "map") return readRaising(line, item, reading);
  const due = textOf(entryOf(stated, "due"));
  const owners = elementsOf(entryOf(stated, "owners") ?? entryOf(stated, "owner")).flatMap(
    (node) => textOf(node) ?? [],
  );
  const words = { text: line.text, span: line.span };
  const context = { raised: reading.date, nextMeeting: reading.nextMeeting };
  const undertaking = readUndertaking(words, { owner: owners.join("; ") || null, due }, reading, context);
  return { ...undertaking, written: line.number, item, marker: line.marker };
}

function readYamlProgress(progress: YamlNode | null, reading: Reading): ProgressRow[] {
  if (progress?.kind !== "list") return [];
  return progress.items
    .filter((node) => node.kind === "map")
    .map((node, index): ProgressRow => {
      const ref = entryOf(node, "ref");
      const { cited, accepted, number } = readRefCell(textOf(ref) ?? "");
      const status = entryOf(node, "status");
      const disposition = readStatus(textOf(status) ?? "", reading.board.statuses);
      const update = textOf(entryOf(node, "update"));
      const owner = elementsOf(entryOf(node, "owners") ?? entryOf(node, "owner")).flatMap(
        (one) => textOf(one) ?? [],
      );
      const stated = { owner: owner.join("; ") || null, due: textOf(entryOf(node, "due")) };
      const context = {
        raised: cited?.slice(0, 10) ?? null,
        nextMeeting: cited === null ? null : reading.nextMeeting,
      };
      const words = { text: squash(textOf(entryOf(node, "text")) ?? ""), span: node.span };
      return {
        ...readUndertaking(words, stated, reading, context),
        cited: cited === null ? null : { value: cited, span: ref!.span },
        accepted,
        number,
        place: index + 1,
        disposition,
        statusSpan: status?.span ?? { start: node.span.end, end: node.span.end },
        update: [disposition?.update, update].filter(Boolean).join(" ") || null,
      };
    });
}

/** `progress: not reviewed – REASON`, as a text in place of a list. */
function readYamlBlanket(progress: YamlNode | null): {
  blanket: BlanketReport | null;
  faults: readonly Fault[];
} {
  const text = textOf(progress);
  if (progress === null || text === null) return { blanket: null, faults: [] };
  const blanket = readBlanket({ text: squash(text), number: null, span: progress.span });
  const makesException = blanket === null && isBlanket(text);
  return { blanket, faults: makesException ? [exceptionFault(progress.span)] : [] };
}

function keySpan(node: YamlNode | null, key: string): Span | null {
  if (node?.kind !== "map") return null;
  return node.entries.find((entry) => entry.key.value === key)?.key.span ?? null;
}
