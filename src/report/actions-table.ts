import { tellBiography } from "../ledger/biography.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Action, isOverdue, lastEntry } from "../model/action.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Output } from "../world.ts";
import type { Paint } from "./colour.ts";
import { count } from "./prose.ts";
import { type Cell, drawTable } from "./table.ts";
import { joinShown, type Shown, shown } from "./untrusted.ts";
import { wrapText } from "./width.ts";

/** How many characters of an update a table shows; `rrb action` tells it whole. */
const LONGEST_UPDATE = 100;

const COLUMNS = [
  { heading: "Reference", isWhole: true },
  { heading: "Action" },
  { heading: "Owner" },
  { heading: "Due" },
  { heading: "Status" },
  { heading: "Age" },
];

/** Actions for people, and how many there are: of each what it is, who owns it, when it is due and what was last said. */
export async function drawActions(
  actions: readonly Action[],
  ledger: Ledger,
  asOf: Day,
  { output, paint }: { readonly output: Output; readonly paint: Paint },
): Promise<Shown> {
  if (actions.length === 0) return shown`No action is on this list, as of ${formatDay(asOf)}.`;
  const rows = actions.map((action): Cell[] => [
    action.ref,
    action.text,
    action.owners.join(", "),
    dueOf(action, asOf, paint),
    statusOf(action, paint),
    ageOf(action, ledger, asOf),
  ]);
  return joinShown(
    [
      await drawTable(COLUMNS, rows, output, paint),
      "",
      ...wrapText(countActions(actions, asOf), output.columns, ""),
    ],
    "\n",
  );
}

function dueOf(action: Action, asOf: Day, paint: Paint): Cell {
  const due = action.due === null ? (action.dueText ?? "") : formatDay(action.due);
  return isOverdue(action, asOf) ? shown`${due}\n${paint("error", "overdue")}` : due;
}

/** What was last said; before it that nobody speaks of the action any more, after it what the coming agenda says. */
function statusOf(action: Action, paint: Paint): Cell {
  const last = lastEntry(action);
  const words = [last.status ?? (last.kind === "raised" ? "new" : "no status"), ...shortened(last.update)];
  const { reportedFor } = action;
  return joinShown(
    [
      ...(action.unaccounted ? [paint("error", "unaccounted")] : []),
      action.state === "closed" ? paint("good", words.join(" – ")) : words.join(" – "),
      ...(reportedFor === null ? [] : [`reported for ${dayOf(reportedFor.meeting)}: ${reportedFor.status}`]),
    ],
    "\n",
  );
}

function shortened(update: string | null): string[] {
  if (update === null) return [];
  const line = update.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_UPDATE) return [line];
  return [`${line.slice(0, line.lastIndexOf(" ", LONGEST_UPDATE) + 1 || LONGEST_UPDATE).trimEnd()} …`];
}

function ageOf(action: Action, ledger: Ledger, asOf: Day): string {
  return count(tellBiography(action, ledger, asOf).ageInDays, "day");
}

/** `4 actions as of 17 September 2026: 3 open (1 overdue, 2 unaccounted), 1 closed.` */
function countActions(actions: readonly Action[], asOf: Day): string {
  const number = (holds: (action: Action) => boolean) => actions.filter(holds).length;
  const overdue = number((action) => isOverdue(action, asOf));
  const unaccounted = number((action) => action.unaccounted);
  const open = number((action) => action.state === "open");
  const remarks = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(unaccounted > 0 ? [`${unaccounted} unaccounted`] : []),
  ];
  const openOnes = `${open} open${remarks.length > 0 ? ` (${remarks.join(", ")})` : ""}`;
  const closedOnes = open < actions.length ? `, ${actions.length - open} closed` : "";
  return `${count(actions.length, "action")} as of ${formatDay(asOf)}: ${openOnes}${closedOnes}.`;
}

function dayOf(meeting: string): string {
  return formatDay(meeting.slice(0, 10));
}
