import type { RootContent } from "mdast";
import type { Meeting, Undertaking } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import { entryOf, type YamlNode } from "../source/yaml-node.ts";
import { type BookedRow, tableOfRows } from "./earlier-actions.ts";
import { headingOf, paragraphOf, strongOf } from "./nodes.ts";
import { findPart } from "./sections.ts";
import { parseStretch } from "./stretch.ts";

/** What a note says that is written wholly in YAML, as Markdown would say it. */
export function openYamlNote(
  node: YamlNode | null,
  meeting: Meeting,
  rows: readonly BookedRow[],
): RootContent[] {
  const list = entryOf(node, "items");
  const items = list?.kind === "list" ? list.items : [];
  const sections = meeting.items.map(({ number, title, body }) => {
    const item = items.find(({ span }) => span.start === body.start) ?? null;
    const lead = textOf(entryOf(item, "lead"));
    return [
      headingOf(2, `${number}. ${title}`),
      ...(lead === null
        ? []
        : [paragraphOf({ type: "emphasis", children: [{ type: "text", value: `Lead: ${lead}` }] })]),
      ...openItem(entryOf(item, "note"), number, meeting),
    ];
  });
  const progress = tellProgress(meeting, rows);
  const reported = sections.findIndex((section) => findPart(section, "progress") >= 0);
  if (reported >= 0) sections[reported]!.push(...progress);
  else if (progress.length > 0)
    sections.unshift([headingOf(2, "Actions from previous meeting"), ...progress]);
  return sections.flat();
}

/** The text of an item, then what is listed under it. */
function openItem(note: YamlNode | null, number: number | null, meeting: Meeting): RootContent[] {
  const isListed = ({ item, span }: { item: number | null; span: Span }) =>
    item === number && !(note !== null && span.start >= note.span.start && span.end <= note.span.end);
  const text =
    note?.kind === "scalar"
      ? parseStretch({ markdown: note.text, lineOffsets: note.lineOffsets ?? null }, "")
      : [];
  return [
    ...text,
    ...meeting.decisions
      .filter(isListed)
      .map((decision) => paragraphOf(strongOf(`${decision.kind} ${decision.number}`), `: ${decision.text}`)),
    ...meeting.actions
      .filter(isListed)
      .map((action) =>
        paragraphOf(strongOf(`Action ${action.number}`), `${tellBrackets(action)}: ${action.text}`),
      ),
    ...meeting.deferred
      .filter(isListed)
      .map(({ text: words }) => paragraphOf(strongOf("Deferred"), `: ${words}`)),
  ];
}

/** ` (OWNER, OWNER; by DUE)`, as far as it is stated. */
function tellBrackets({ owners, dueText }: Undertaking): string {
  const parts = [owners.join(", "), dueText === null ? "" : `by ${dueText}`].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

function tellProgress({ blanket }: Meeting, rows: readonly BookedRow[]): RootContent[] {
  if (blanket !== null) {
    const reason = blanket.reason === null ? "" : ` – ${blanket.reason}`;
    return [paragraphOf(`Actions: ${blanket.says}${reason}`)];
  }
  return rows.length === 0 ? [] : [tableOfRows(rows)];
}

function textOf(node: YamlNode | null): string | null {
  return node?.kind === "scalar" && node.text.trim() !== "" ? node.text : null;
}
