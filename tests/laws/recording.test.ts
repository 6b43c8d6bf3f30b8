import fc from "fast-check";
import { expect, test } from "vitest";
import { squash } from "../../src/markdown/plain-text.ts";
import type { Note, ProgressRow } from "../../src/model/meeting.ts";
import { applyEdits } from "../../src/write/edit.ts";
import { progressEdits, type Said } from "../../src/write/progress.ts";
import { readFile } from "../read/notes.ts";

/** The parts of a row that may be written, as they stand before. */
interface Before {
  readonly status: string;
  readonly update: string;
  readonly due: string;
  readonly owner: string;
}

/** How a note writes its rows. */
type Form = (rows: readonly { ref: string; before: Before }[]) => { name: string; text: string };

const COLUMNS = ["Ref", "Action", "Owner", "Due", "Last reported", "Status", "Update"] as const;
const TEXT = "Send the list of cells to the wardens";

function table(columns: readonly (typeof COLUMNS)[number][], trims: boolean): Form {
  return (rows) => {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const short = (cells: readonly string[]) => {
      const last = trims ? cells.findLastIndex((cell) => cell !== "") : cells.length - 1;
      return line(cells.slice(0, Math.max(last + 1, 2)));
    };
    const cellOf = (ref: string, { status, update, due, owner }: Before, column: string) =>
      ({ Ref: ref, Action: TEXT, Owner: owner, Due: due, Status: status, Update: update })[column] ?? "";
    return {
      name: "2020-05-18.md",
      text: [
        ...TOP,
        line(columns),
        line(columns.map(() => "---")),
        ...rows.map(({ ref, before }) => short(columns.map((column) => cellOf(ref, before, column)))),
        ...BOTTOM,
      ].join("\n"),
    };
  };
}

const TOP = [
  "---",
  "date: 2020-05-18",
  "state: agenda",
  "present: [CSO]",
  "---",
  "",
  "## 1. Actions from previous meeting",
  "",
];
const BOTTOM = ["", "## 2. Any other business", "", "Action 1 (POL): Look into it | <!-- soon.", ""];

const list: Form = (rows) => ({
  name: "2020-05-18.md",
  text: [
    ...TOP,
    ...rows.flatMap(({ ref, before: { status, update, due, owner } }) => [
      `- ${ref}${owner === "" ? "" : ` (${owner}${due === "" ? "" : `; ${due}`})`}: ${TEXT}.`,
      "",
      `  Status: ${[status, update].filter(Boolean).join(" – ")}`.trimEnd(),
      "",
      "  Last reported: Delayed",
    ]),
    ...BOTTOM,
  ].join("\n"),
});

const yaml =
  (flow: boolean): Form =>
  (rows) => ({
    name: "2020-05-18.yaml",
    text: [
      "date: 2020-05-18",
      "state: agenda",
      "progress:",
      ...rows.map(({ ref, before: { status, update, due, owner } }) => {
        const keys = [
          `ref: ${ref}`,
          `text: ${TEXT}`,
          ...[
            ["owner", owner],
            ["due", due],
            ["status", status],
            ["update", update],
          ]
            .filter(([, words]) => words !== "")
            .map(([key, words]) => `${key}: ${words}`),
        ];
        return flow ? `  - { ${keys.join(", ")} }` : `  - ${keys.join("\n    ")}`;
      }),
      "items:",
      "  - title: Any other business",
      "",
    ].join("\n"),
  });

/** The columns in any order; without a Status, the Update has both. */
const columns = fc
  .constantFrom(
    ["Status"] as const,
    ["Update"] as const,
    ["Status", "Update"] as const,
    ["Status", "Update", "Last reported"] as const,
  )
  .map((some) => ["Ref", "Action", "Owner", "Due", ...some] as const)
  .chain((all) => fc.shuffledSubarray([...all], { minLength: all.length }));

const forms: fc.Arbitrary<Form> = fc.oneof(
  fc.tuple(columns, fc.boolean()).map(([some, trims]) => table(some, trims)),
  fc.constant(list),
  fc.boolean().map(yaml),
);

const before: fc.Arbitrary<Before> = fc.constantFrom(
  { status: "", update: "", due: "", owner: "" },
  { status: "Delayed", update: "", due: "14 July 2020", owner: "POL" },
  { status: "In progress", update: "two of ten are there", due: "", owner: "CSO" },
  { status: "parked", update: "", due: "the next meeting", owner: "CSO" },
);

const STATUSES = [
  "Complete",
  "Delayed",
  "parked",
  "No update",
  "Awaiting the wardens",
  "Transferred to the gaol",
  "Merged into 2020-01-21/2",
];

/** Words that try to break out of wherever they are put. */
const words = fc
  .array(
    fc.constantFrom(
      "sent",
      "on 3 May",
      "|",
      "\\|",
      "\\",
      "\n",
      "\r\n",
      "\n\n",
      "<!--",
      "-->",
      "*b*",
      "_",
      "`",
      "``",
      "# no",
      "- no",
      "[a](b)",
      "&amp;",
      "{",
      "}",
      "'",
      '"',
      ": ",
      "#",
      "–",
      "| a | b |",
      "---",
      "Status: Complete",
      "Action 2: no",
      "<b>",
      "é",
      "🙂",
      "1. x",
      "~",
      "$&",
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => squash(parts.join(" ")))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

const said: fc.Arbitrary<Said> = fc.record({
  status: fc.option(fc.constantFrom(...STATUSES)),
  update: fc.option(fc.oneof(words, fc.constant(""))),
  due: fc.option(
    fc.constantFrom("1 September 2020", "once the wardens agree", "2020-09-01", "the end of June 2020"),
  ),
  owner: fc.option(fc.constantFrom("POL", "CSO, POL", "Ruth Ade")),
});

/** What a note says apart from some parts of one row: two notes that differ only there are equal by it. */
function theRest({ meeting }: Note, row: number) {
  const shown = ({ ref, text }: { ref: string; text: string }) => [ref, text];
  const spoken = ({ cited, text, disposition, update, owners, dueText }: ProgressRow, index: number) =>
    index === row ? [cited?.value, text] : [cited?.value, text, disposition, update, owners, dueText];
  return {
    rows: meeting.progress.map(spoken),
    actions: meeting.actions.map(shown),
    items: meeting.items.length,
    state: meeting.state,
  };
}

test("What is recorded in a row reads back as it was said, and not a byte changes outside the row", async () => {
  await fc.assert(
    fc.asyncProperty(
      forms,
      fc.array(before, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      said,
      fc.boolean(),
      async (form, befores, pick, what, crlf) => {
        const rows = befores.map((one, index) => ({ ref: `2020-01-21/${index + 1}`, before: one }));
        const { name, text: lines } = form(rows);
        const text = crlf ? lines.replaceAll("\n", "\r\n") : lines;
        const note = await readFile(name, text);
        expect(note.meeting.progress).toHaveLength(rows.length);
        const index = pick % rows.length;
        const row = note.meeting.progress[index]!;
        fc.pre(!(what.status === null && what.update !== null && row.disposition === null));
        const edits = progressEdits(note, row, what, text);

        const after = await readFile(name, applyEdits(text, edits));
        const now = after.meeting.progress[index]!;
        if (what.status !== null) expect(now.disposition?.words).toBe(what.status);
        else expect(now.disposition?.words).toBe(row.disposition?.words);
        expect(now.update ?? "").toBe(what.update ?? row.update ?? "");
        expect(now.dueText).toBe(what.due ?? row.dueText);
        if (what.owner !== null) expect(now.owners.join(", ")).toBe(what.owner);
        else expect(now.owners).toEqual(row.owners);
        expect(theRest(after, index)).toEqual(theRest(note, index));

        const [start, end] = placeOfRow(text, rows[index]!.ref);
        for (const { span } of edits) {
          expect(span.start).toBeGreaterThanOrEqual(start);
          expect(span.end).toBeLessThanOrEqual(end);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

/** Where a row begins, and where the next one or whatever follows it does. */
function placeOfRow(text: string, ref: string): [start: number, end: number] {
  const start = text.lastIndexOf("\n", text.indexOf(ref)) + 1;
  const lines = text.slice(start).split("\n");
  const next = lines.findIndex((line, index) => index > 0 && /2020-01-21\/\d|^## 2|^items:/.test(line));
  return [start, start + lines.slice(0, next).join("\n").length];
}
