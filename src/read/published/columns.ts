import { normalisePhrase } from "../../model/status.ts";
import { type Column, columnOf } from "../columns.ts";

/** What a column of somebody else's table holds: one of ours, or the day on which an action was closed. */
export type PublishedColumn = Column | "closed on";

/** How other boards head their columns, beside the words that rrb itself uses. */
const HEADINGS: Readonly<Record<Exclude<PublishedColumn, "last reported">, RegExp>> = {
  "closed on":
    /^(?:date (?:closed|completed)|(?:closed|completed|closure|completion) (?:on|date)|date of (?:closure|completion)|when completed)$/,
  due: /^(?:by|when by|by date|target(?: completion)?(?: date)?|timescales?|time frame|timeframe|timeline|due for|due when|deadlines?|date for completion|required by|completion by|to be completed by)$/,
  status:
    /^(?:rag|rag rating|brag|current status|status update|status comments?|action status|position|current position|result|completed?|completed? y n|done|open closed|outcome update)$/,
  owner:
    /^(?:by who|whom|who by|responsible (?:person|officer|owner|lead|party|body)|persons? responsible|for action by|action by|actioned by|action for|action officer|action owners?|action lead|assigned|assignee|allocated to|lead person|lead agency|lead member|lead s|owners? s?|officer|initials|responsibility of|to be actioned by|actionee|person)$/,
  ref: /^(?:ap|ap no|items?|item number|agenda item|agenda ref|agenda no|minutes?|minute (?:no|ref|reference|number|item)|para(?:graph)?(?: no)?|action (?:id|number|point no|point number|point)|meeting date(?: & action number)?|nos?|serial|ser)$/,
  action:
    /^(?:what|tasks?|detail s?|details?(?: of actions?)?|actions? (?:agreed|completed|outstanding|closed|open|to be taken|items?|summary|details?|arising|raised|from .{1,40})|(?:new|agreed|outstanding|completed|open|closed|previous) actions?|summary of actions?|what needs to be done)$/,
  update:
    /^(?:(?:progress |latest |status )?updates? ?(?:comments?|notes|since last meeting|from (?:the )?last meeting)?|progress (?:comments?|to date|made|report)|(?:latest|current) (?:position|progress)|remarks|response|responses|action taken|notes comments|comments? (?:update|progress)s?|completion notes|outcome notes)$/,
};

/** Whatever else a heading says: it is the column of the actions themselves. */
const ABOUT_ACTIONS =
  /^(?:(?:brief )?(?:description|summary|details?) of (?:the )?(?:agreed )?actions?(?: required)?|actions? and .{1,30}|(?:agreed|key|main|follow up|immediate|proposed|recommended|next|remedial) actions?|actions? \(?(?:to be taken|agreed at|from) .{1,40})$/;

/** The column that a heading of a published table names; null for one that means nothing to rrb. */
function publishedColumnOf(heading: string): PublishedColumn | null {
  const folded = normalisePhrase(heading.replace(/[.:/*()?]/g, " "));
  const wider = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];
  if (ABOUT_ACTIONS.test(folded)) return "action";
  return wider.find((column) => HEADINGS[column].test(folded)) ?? columnOf(heading);
}

/** The columns of a published table by a row of it; null where that row heads no table of actions. */
export function readPublishedColumns(headings: readonly string[]): (PublishedColumn | null)[] | null {
  const columns: (PublishedColumn | null)[] = [];
  for (const heading of headings) {
    const column = publishedColumnOf(heading);
    columns.push(column !== null && columns.includes(column) ? null : column);
  }
  const known = columns.filter((column) => column !== null);
  // Who has to do it, and how it stands, can only be said of an action: the first column may need no heading.
  const unnamed = headings.findIndex((heading) => heading.trim() === "");
  if (
    unnamed >= 0 &&
    unnamed <= 1 &&
    !known.includes("action") &&
    known.includes("owner") &&
    known.length >= 2
  ) {
    columns[unnamed] = "action";
    return columns;
  }
  return known.includes("action") && known.length >= 2 ? columns : null;
}

/** Whether the rows under such a heading are all closed: `Actions completed`. */
export function headsClosed(heading: string): boolean {
  return /\b(?:(?:completed|closed|discharged)\s+actions?|actions?\s+(?:now\s+)?(?:completed|closed|discharged))\b/i.test(
    heading,
  );
}
