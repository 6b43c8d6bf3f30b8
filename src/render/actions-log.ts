import type { RootContent } from "mdast";
import { nameMeeting, titleOfOrigin } from "../ledger/carry-forward.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Action, isOverdue, lastEntry } from "../model/action.ts";
import { type Day, formatDay } from "../model/day.ts";
import { headingOf, paragraphOf, tableOf } from "./nodes.ts";

/** The actions that a log lists after a meeting: those still open from before, then those it raised. */
export interface ActionsLog {
  readonly heldOver: readonly ActionGroup[];
  readonly raised: readonly Action[];
}

/** The actions that come from one meeting. */
export interface ActionGroup {
  /** `From 21 January 2020`. */
  readonly title: string;
  readonly actions: readonly Action[];
}

/** Draws up the log of a meeting from a ledger that ends with it. */
export function drawUpLog(ledger: Ledger, meeting: string): ActionsLog {
  const actions = [...ledger.actions.values()];
  const raised = actions.filter(({ raisedAt }) => raisedAt === meeting);
  const heldOver = actions.filter(({ state, raisedAt }) => state === "open" && raisedAt !== meeting);
  return { heldOver: groupByOrigin(heldOver), raised };
}

/** Actions by the meeting that they come from, oldest first; what was brought forward into a note is older than that. */
export function groupByOrigin(actions: readonly Action[]): ActionGroup[] {
  const firstSeen = (action: Action) => action.entries[0]!.meeting;
  const meetings = [...new Set(actions.map(firstSeen))];
  const rank = (action: Action) =>
    2 * meetings.indexOf(firstSeen(action)) + (action.raisedAt === null ? 0 : 1);
  const groups = new Map<string, Action[]>();
  for (const action of actions.toSorted((a, b) => rank(a) - rank(b))) {
    const title = titleOfOrigin(action);
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [action]);
    else group.push(action);
  }
  return [...groups].map(([title, of]) => ({ title, actions: of }));
}

/** Every action of a log, in its order. */
export function actionsOf({ heldOver, raised }: ActionsLog): Action[] {
  return [...heldOver.flatMap(({ actions }) => actions), ...raised];
}

/** What a log is drawn with: how deep its headings are, and whether the updates are told beside the status. */
export interface LogStyle {
  readonly depth: 2 | 3;
  readonly day: Day;
  readonly tellsUpdates: boolean;
}

/** A log as tables under headings: held over first, then what is new. */
export function layOutLog({ heldOver, raised }: ActionsLog, style: LogStyle): RootContent[] {
  const groups = [
    ...heldOver.map(({ title, actions }) => ({ title: `Held over ${lowerFirst(title)}`, actions })),
    ...(raised.length === 0 ? [] : [{ title: "New actions", actions: raised }]),
  ];
  return [
    paragraphOf(tellCounts(heldOver.flatMap(({ actions }) => actions).length, raised.length)),
    ...groups.flatMap(({ title, actions }) => [
      headingOf(style.depth, title),
      tableOfActions(actions, style),
    ]),
  ];
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function tellCounts(heldOver: number, raised: number): string {
  const held = heldOver === 1 ? "1 action is" : `${heldOver === 0 ? "No" : heldOver} actions are`;
  const made = raised === 1 ? "1 action is" : `${raised === 0 ? "no" : raised} actions are`;
  return `${held} held over from earlier meetings; ${made} new.`;
}

function tableOfActions(actions: readonly Action[], { day, tellsUpdates }: LogStyle): RootContent {
  const headings = ["Reference", "Action", "Owner", "Due", "Status", ...(tellsUpdates ? ["Update"] : [])];
  const rows = actions.map((action) => [
    action.ref,
    action.text,
    action.owners.join(", "),
    tellDue(action, day),
    tellStatus(action),
    ...(tellsUpdates ? [lastEntry(action).update ?? ""] : []),
  ]);
  return tableOf(headings, rows);
}

/** When an action is due, and whether that has passed. */
export function tellDue(action: Action, day: Day): string {
  const due = action.due === null ? (action.dueText ?? "") : formatDay(action.due);
  return isOverdue(action, day) ? `${due} (overdue)` : due;
}

/** What was last said of an action; a meeting that did not speak of it is not passed over in silence. */
function tellStatus(action: Action): string {
  const { status, kind, meeting } = lastEntry(action);
  const said = status ?? (kind === "raised" ? "New" : "");
  if (!action.unaccounted) return said;
  return `Not reported on; ${said === "" ? "seen" : said.toLowerCase()} on ${nameMeeting(meeting)}`;
}
