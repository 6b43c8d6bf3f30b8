import type { Biography } from "../ledger/biography.ts";
import { type Action, isOverdue, lastEntry } from "../model/action.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Output } from "../world.ts";
import type { Paint } from "./colour.ts";
import { count } from "./prose.ts";
import { joinShown, type Shown, shown } from "./untrusted.ts";
import { wrapText } from "./width.ts";

/** An open action in a few lines: its words, who owns it, when it is due, how old it is, and what was last said of it. */
export function drawOpenAction(
  action: Action,
  { ageInDays, ageInMeetings }: Pick<Biography, "ageInDays" | "ageInMeetings">,
  today: Day,
  { columns }: Output,
  paint: Paint,
): Shown {
  const { reportedFor } = action;
  const { due, dueText } = action;
  const late = isOverdue(action, today) ? ", overdue" : "";
  const facts: [name: string, words: string][] = [
    ["Owner", action.owners.join(", ") || "nobody"],
    ["Due", due === null ? (dueText ?? "no date was ever set") : `${formatDay(due)}${late}`],
    ["Age", `${count(ageInDays, "day")}, ${count(ageInMeetings, "meeting")}`],
    ["Last said", tellLast(action)],
    ...(reportedFor === null
      ? []
      : [["Reported", dashed(reportedFor.status, reportedFor.update)] as [string, string]]),
  ];
  const lines = facts.map(([name, words]) => {
    const wrapped = wrapText(words, columns, " ".repeat(11)).join("\n").trimStart();
    return shown`${paint("quiet", name.padEnd(11))}${wrapped}`;
  });
  return joinShown([paint("heading", action.ref), ...wrapText(action.text, columns, ""), ...lines], "\n");
}

function tellLast(action: Action): string {
  const { meeting, status, update, kind } = lastEntry(action);
  return `${formatDay(meeting.slice(0, 10))}: ${status === null ? kind : dashed(status, update)}`;
}

function dashed(status: string, update: string | null): string {
  return update === null ? status : `${status} \u2013 ${update}`;
}
