import type { Heading, RootContent } from "mdast";
import { findAction, type Ledger } from "../ledger/ledger.ts";
import { type Action, lastEntry } from "../model/action.ts";
import type { Day } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import { groupByOrigin, tellDue } from "./actions-log.ts";
import { dropRows } from "./earlier-actions.ts";
import { headingOf, paragraphOf, tableOf, wordsOf } from "./nodes.ts";
import { endOfSection, findPart, partOfHeading } from "./sections.ts";

/** Puts every open action on an agenda, once, with what was last reported; rows that say the same go. */
export function showOpenActions(
  nodes: readonly RootContent[],
  meeting: Meeting,
  ledger: Ledger,
  day: Day,
): RootContent[] {
  const open = [...ledger.actions.values()].filter(({ state }) => state === "open");
  const rows = meeting.progress.filter((row) => {
    const ref = ledger.bookedTo.get(row) ?? row.cited?.value ?? "";
    return findAction(ledger, ref)?.state === "open";
  });
  const kept = dropRows(nodes, rows);
  const heading = findPart(kept, "progress");
  if (heading < 0) {
    return [...kept, headingOf(2, "Actions from previous meeting"), ...tablesOfOpen(open, day, 3)];
  }
  const end = endOfSection(kept, heading);
  const { depth } = kept[heading] as Heading;
  return [
    ...kept.slice(0, heading + 1),
    ...withoutEmptySections(kept.slice(heading + 1, end)),
    ...tablesOfOpen(open, day, (depth + 1) as Heading["depth"]),
    ...kept.slice(end),
  ];
}

/** Headings under which nothing is left, and the sentence that nothing is open, go with the rows. */
function withoutEmptySections(nodes: readonly RootContent[]): RootContent[] {
  const said = nodes.filter((node) => wordsOf(node) !== NONE_OPEN);
  return said.filter(
    (node, index) => node.type !== "heading" || (said[index + 1]?.type ?? "heading") !== "heading",
  );
}

const NONE_OPEN = "No action is open.";

function tablesOfOpen(open: readonly Action[], day: Day, depth: Heading["depth"]): RootContent[] {
  if (open.length === 0) return [paragraphOf(NONE_OPEN)];
  return groupByOrigin(open).flatMap(({ title, actions }) => [
    headingOf(depth, title),
    tableOfOpen(actions, day),
  ]);
}

function tableOfOpen(open: readonly Action[], day: Day): RootContent {
  const isReported = open.some(({ reportedFor }) => reportedFor !== null);
  const headings = [
    "Reference",
    "Action",
    "Owner",
    "Due",
    "Last reported",
    ...(isReported ? ["For this meeting"] : []),
  ];
  const rows = open.map((action) => {
    const { status, update, kind } = lastEntry(action);
    const said = dashed(status ?? (kind === "raised" ? "New" : ""), update);
    const coming = action.reportedFor;
    return [
      action.ref,
      action.text,
      action.owners.join(", "),
      tellDue(action, day),
      said,
      ...(isReported ? [coming === null ? "" : dashed(coming.status, coming.update)] : []),
    ];
  });
  return tableOf(headings, rows);
}

function dashed(status: string, update: string | null): string {
  return [status, update].filter(Boolean).join(" – ");
}

/** The headings of a note's items, each with the line that describes it: what its agenda may have been. */
export function keepOutline(nodes: readonly RootContent[]): RootContent[] {
  const isItem = (node: RootContent | undefined): node is Heading =>
    node?.type === "heading" && (node.depth <= 2 || partOfHeading(node)?.kind === "progress");
  const isDescription = (node: RootContent) =>
    node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "emphasis";
  return nodes.filter((node, index) => isItem(node) || (isDescription(node) && isItem(nodes[index - 1])));
}
