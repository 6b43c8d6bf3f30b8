import type { Board } from "../model/board.ts";
import { idOf } from "../model/file-name.ts";
import type { Item, Note } from "../model/meeting.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { entryOf, type YamlNode } from "../source/yaml-node.ts";
import type { FrontMatter } from "../yaml/front-matter.ts";
import { type Raising, raisingOf, readDecisions, readDeferrals, readRaising } from "./agreed.ts";
import type { Business } from "./business.ts";
import { elementsOf, readFields, textOf } from "./fields.ts";
import { joinLog } from "./log-joining.ts";
import { saysNone } from "./marked-line.ts";
import { knownNames } from "./names.ts";
import { dayOfId } from "./note.ts";
import { type Reading, readUndertaking } from "./reading.ts";
import { wholeMeeting } from "./whole-meeting.ts";
import { type ItemLine, readItemLines, statedIn } from "./yaml-lines.ts";
import { readYamlBlanket, readYamlProgress } from "./yaml-progress.ts";

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
    .map((line) => readYamlRaising(line, reading));
  const progress = entryOf(node, "progress");
  const { blanket, faults } = readYamlBlanket(progress);
  const business: Business = {
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
  const { path } = source;
  const { state, nextMeeting } = fields;
  const statedDates = fields.date === null ? [] : [fields.date];
  const meeting = wholeMeeting({ id, path, date, statedDates, state, nextMeeting }, fields, business);
  return { path, meeting, frontMatter: node, faults: [...document.faults, ...faults] };
}

function readItem(item: YamlNode, number: number): Item {
  const title = entryOf(item, "title");
  return { number, title: textOf(title) ?? "", span: title?.span ?? item.span, body: item.span };
}

function readYamlRaising({ line, item, stated }: ItemLine, reading: Reading): Raising {
  if (stated?.kind !== "map") return readRaising(line, item, reading);
  const words = { text: line.text, span: line.span };
  const context = { raised: reading.date, nextMeeting: reading.nextMeeting };
  const undertaking = readUndertaking(words, statedIn(stated), reading, context);
  return raisingOf(line, item, undertaking);
}

function keySpan(node: YamlNode | null, key: string): Span | null {
  if (node?.kind !== "map") return null;
  return node.entries.find((entry) => entry.key.value === key)?.key.span ?? null;
}
