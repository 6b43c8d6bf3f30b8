import { partOf } from "../../read/section-parts.ts";
import { Refusal } from "../../refusal.ts";
import { writeInline, writeTitle } from "../../write/inline.ts";
import { SAYS_WHEN, writeTable } from "../../write/rows.ts";
import { writeYamlText } from "../../write/yaml-text.ts";
import type { Imported } from "../imported.ts";

type Values = Readonly<Record<string, unknown>>;

/** Reads a meeting as `rrb render --format json` and `rrb import --format json` print it. Throws a Refusal for other JSON. */
export async function importJson(bytes: Uint8Array): Promise<Imported> {
  const text = writeMeeting(readMeeting(bytes));
  const remarks = ["JSON holds what was agreed at a meeting, and not what was said there."];
  return { text, countedIn: "line", origins: text.split("\n").map(() => null), dropped: [], remarks };
}

function readMeeting(bytes: Uint8Array): Values {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(
      "This is not JSON that can be read. Make it anew with `rrb render MEETING --format json`.",
    );
  }
  const meeting = isValues(document) ? document.meeting : null;
  if (isValues(meeting) && Array.isArray(meeting.items) && Array.isArray(meeting.actions)) return meeting;
  throw new Refusal(
    "This JSON holds no meeting. Import what `rrb render MEETING --format json` or `rrb import --format json` printed.",
  );
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.filter(isValues) : [];
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((one) => textOf(one) ?? []) : [];
}

/** The number that a reference ends with. */
function numberIn(ref: unknown): string {
  return /(\d+)$/.exec(textOf(ref) ?? "")?.[1] ?? "";
}

function writeMeeting(meeting: Values): string {
  const sections = sectionsOf(meeting);
  const reports = writeReports(meeting);
  const holder = sections.find(({ title }) => partOf(title)?.kind === "progress");
  if (holder !== undefined) holder.lines.push(...reports);
  else if (reports.length > 0)
    sections.splice(1, 0, { title: "", line: 0, lines: ["## Actions from previous meeting", ...reports] });
  return `${[...writeFront(meeting), ...sections.flatMap(({ lines }) => lines)].join("\n\n")}\n`;
}

function writeFront(meeting: Values): string[] {
  const entry = (key: string, value: unknown) => {
    const text = textOf(value);
    return text === null ? [] : [`${key}: ${writeYamlText(text)}`];
  };
  const names = (key: string, value: unknown) => {
    const entries = listOf(value).flatMap(({ as }) => textOf(as) ?? []);
    return entries.length === 0 ? [] : [`${key}:`, ...entries.map((as) => `  - ${writeYamlText(as)}`)];
  };
  const state = ["agenda", "cancelled"].find((one) => one === meeting.state) ?? "draft";
  return [
    [
      "---",
      ...entry("date", meeting.date),
      ...entry("time", meeting.time),
      ...entry("place", meeting.place),
      `state: ${state}`,
      ...entry("chair", meeting.chair),
      ...names("present", meeting.present),
      ...names("in-attendance", meeting.inAttendance),
      ...names("apologies", meeting.apologies),
      ...names("absent", meeting.absent),
      ...entry("next-meeting", meeting.nextMeeting),
      "---",
    ].join("\n"),
  ];
}

interface Section {
  readonly title: string;
  /** Where it began in the note. */
  readonly line: number;
  readonly lines: string[];
}

/** What stands above the items, then each item with what was agreed under it, in the order of the note. */
function sectionsOf(meeting: Values): Section[] {
  const items = listOf(meeting.items).map((item): Section & { number: number | null } => {
    const title = textOf(item.title) ?? "";
    const number = numberOf(item.number);
    const heading = `## ${number === null ? "" : `${number}. `}${writeTitle(title)}`;
    return { title, number, line: numberOf(item.line) ?? 0, lines: [heading] };
  });
  const top: Section = { title: "", line: 0, lines: [] };
  const agreed = [
    ...listOf(meeting.actions).map((one) => ({ one, written: writeAction(one) })),
    ...listOf(meeting.decisions).map((one) => ({
      one,
      written: `${textOf(one.kind) ?? "Decision"} ${numberIn(one.ref)}: ${writeInline(textOf(one.text) ?? "")}`,
    })),
    ...listOf(meeting.deferred).map((one) => ({
      one,
      written: `Deferred: ${writeInline(textOf(one.text) ?? "")}`,
    })),
  ];
  for (const { one, written } of agreed.toSorted((a, b) => lineOf(a.one) - lineOf(b.one))) {
    const number = numberOf(one.item);
    const named = number === null ? undefined : items.find((item) => item.number === number);
    const above = "item" in one ? undefined : items.findLast(({ line }) => line <= lineOf(one));
    (named ?? above ?? top).lines.push(written);
  }
  return [top, ...items];
}

function lineOf(one: Values): number {
  return numberOf(one.line) ?? 0;
}

function writeAction(action: Values): string {
  const due = textOf(action.dueText) ?? textOf(action.due);
  const when = due === null || SAYS_WHEN.test(due) ? (due ?? "") : `by ${due}`;
  const brackets = [textsOf(action.owners).join(", "), when].filter(Boolean).join("; ");
  const name = `Action ${numberIn(action.ref)}${brackets === "" ? "" : ` (${brackets})`}`;
  return `${name}: ${writeInline(textOf(action.text) ?? "")}`;
}

function writeReports(meeting: Values): string[] {
  const rows = listOf(meeting.progress).map((row) => ({
    ref: textOf(row.ref) ?? "",
    text: textOf(row.text) ?? "",
    owners: textsOf(row.owners),
    due: null,
    dueText: textOf(row.dueText) ?? textOf(row.due),
    status: textOf(row.status),
    update: textOf(row.update),
    lastReported: null,
  }));
  return rows.length === 0 ? [] : [writeTable(rows).join("\n")];
}
