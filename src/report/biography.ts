import type { Biography } from "../ledger/biography.ts";
import { type Action, type Entry, isOverdue } from "../model/action.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Meeting } from "../model/meeting.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Output } from "../world.ts";
import type { Paint } from "./colour.ts";
import { writePlace } from "./place.ts";
import { count } from "./prose.ts";
import { joinShown, type Shown, shown } from "./untrusted.ts";
import { wrapText } from "./width.ts";

/** An action, and what is told of it as of a day. */
export interface Life {
  readonly action: Action;
  readonly told: Biography;
  /** The meetings of the board in order. */
  readonly meetings: readonly Meeting[];
  readonly today: Day;
}

/** The life of one action for people: how it stands, then every meeting that touched it, in the words used there. */
export function drawBiography(
  life: Life,
  source: (path: string) => SourceFile,
  { columns }: Output,
  paint: Paint,
): Shown {
  const { action } = life;
  const facts = tellFacts(life).map(([name, ...lines]) => {
    const wrapped = lines.flatMap((line) => wrapText(line, columns, " ".repeat(10)));
    return shown`${paint("quiet", name!.padEnd(10))}${wrapped.join("\n").trimStart()}`;
  });
  const head = joinShown([paint("heading", action.ref), ...wrapText(action.text, columns, "")], "\n");
  const meetings = tellMeetings(life, source).map(({ title, place, lines }) =>
    joinShown(
      [
        shown`${paint("heading", title)}  ${paint("quiet", place)}`,
        ...lines.flatMap((line) => wrapText(line, columns, "  ")),
      ],
      "\n",
    ),
  );
  return joinShown([joinShown([head, ...facts], "\n"), ...meetings], "\n\n");
}

/** What it is, who owns it, when it is due and how it stands; each with what it was before. */
function tellFacts({ action, told, today }: Life): string[][] {
  const { reportedFor } = action;
  const dues = told.dues.map((set) => `${tellDue(set)} (set on ${dayOf(set.meeting)})`);
  const owners = action.owners.length === 0 ? "nobody" : action.owners.join(", ");
  const before = told.ownersBefore.map((set) => `${set.owners.join(", ")} (named on ${dayOf(set.meeting)})`);
  return [
    ...(action.aliases.length > 0 ? [["Also", action.aliases.join(", ")]] : []),
    ["Owner", [owners, ...before.map((one) => `before: ${one}`)].join("; ")],
    [
      "Due",
      dues.length === 0 ? "no date was ever set" : dues.join("; then "),
      ...tellLateness(action, told, today),
    ],
    ["State", tellState(action, told)],
    ...(reportedFor === null
      ? []
      : [
          [
            "Reported",
            `for ${dayOf(reportedFor.meeting)}: ${reportedFor.status}${dashed(reportedFor.update)}`,
          ],
        ]),
    ...(told.wordings.length > 1 ? [["Wordings", `${told.wordings.length}, as shown below`]] : []),
  ];
}

function tellLateness(action: Action, { slips }: Biography, today: Day): string[] {
  const off = slips === 0 ? [] : [`put off ${slips === 1 ? "once" : `${slips} times`}`];
  const remarks = [...(isOverdue(action, today) ? ["overdue"] : []), ...off];
  return remarks.length === 0 ? [] : [remarks.join(", ")];
}

function tellState(action: Action, { ageInDays, ageInMeetings }: Biography): string {
  const age = `${count(ageInDays, "day")}, ${count(ageInMeetings, "meeting")} after it was first written down`;
  if (action.closedAt === null) {
    return `open, ${age}${action.unaccounted ? "; the latest note does not speak of it" : ""}`;
  }
  const where = action.movedTo.length === 0 ? "" : ` to ${action.movedTo.join(", ")}`;
  return `${action.state}${where} on ${dayOf(action.closedAt)}, ${age}`;
}

interface Told {
  readonly title: string;
  readonly place: string;
  readonly lines: readonly string[];
}

/** Every meeting that touched the action or should have, in order. */
function tellMeetings(life: Life, source: (path: string) => SourceFile): Told[] {
  const { action, meetings } = life;
  const namers = action.entries.filter(({ owners }, i, entries) => {
    const before = entries.slice(0, i).findLast((entry) => entry.owners.length > 0)?.owners ?? [];
    return owners.length > 0 && owners.join() !== before.join();
  });
  return meetings.flatMap(({ id, path }): Told[] => {
    const isMissing = action.gaps.some(({ meeting }) => meeting === id);
    const missing: Told[] = isMissing
      ? [{ title: `${dayOf(id)}  not spoken of`, place: path, lines: [] }]
      : [];
    const entries = action.entries.filter((entry) => entry.meeting === id);
    const spoken = entries.map((entry) => ({
      title: `${dayOf(id)}  ${entry.status ?? entry.kind}`,
      place: writePlace(source(entry.path), entry.span),
      lines: tellEntry(entry, life, namers.includes(entry)),
    }));
    return [...missing, ...spoken];
  });
}

/** What one meeting said: that it brought the action forward, its words where they are new, its update, what it set. */
function tellEntry(entry: Entry, { told }: Life, namesOwners: boolean): string[] {
  const { meeting, text, owners, update, kind, status } = entry;
  const isNewWording =
    told.wordings.length > 1 && told.wordings.some((one) => one.meeting === meeting && one.text === text);
  const due = told.dues.find((set) => set.meeting === meeting);
  const set = [
    ...(namesOwners ? [`Owner: ${owners.join(", ")}.`] : []),
    ...(due === undefined ? [] : [`Due: ${tellDue(due)}.`]),
  ];
  return [
    ...(kind === "brought forward" && status !== null
      ? ["Brought forward from before the notes at hand."]
      : []),
    ...(isNewWording ? [`“${text}”`] : []),
    ...(update === null ? [] : [update]),
    ...(set.length === 0 ? [] : [set.join(" ")]),
  ];
}

function tellDue({ due, dueText }: { readonly due: Day | null; readonly dueText: string | null }): string {
  return due === null ? (dueText ?? "") : formatDay(due);
}

function dashed(update: string | null): string {
  return update === null ? "" : ` – ${update}`;
}

function dayOf(meeting: string): string {
  return formatDay(meeting.slice(0, 10));
}
