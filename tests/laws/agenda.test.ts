import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkBoard } from "../../src/check/check.ts";
import { RULES } from "../../src/check/rules.ts";
import { carryForward } from "../../src/ledger/carry-forward.ts";
import { squash } from "../../src/markdown/plain-text.ts";
import { BARE_BOARD } from "../../src/model/board.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { placeOf, sourceFile } from "../../src/source/source-file.ts";
import { writeAgenda } from "../../src/write/agenda.ts";
import { openInMemory } from "../board.ts";
import { book, note } from "../ledger/notes.ts";
import { readFile } from "../read/notes.ts";
import { type History, keepBooks } from "./history.ts";
import { AGENDA, tellAsMarkdown } from "./history-notes.ts";
import { madeUpHistories } from "./made-up-history.ts";

const PATH = `${AGENDA}.md`;
const TODAY = "2026-01-01";
const TEMPLATE = sourceFile(
  "templates/next-meeting.md",
  readFileSync(join(import.meta.dirname, "../../templates/next-meeting.md"), "utf8"),
);
const GUARDS = RULES.filter((rule) => rule.conserves);

type Files = Readonly<Record<string, string>>;

/** The notes of a history up to some meeting, and the references that are open behind it. */
function tellPrefix(history: History, choice: number): { files: Files; open: string[] } {
  const sittings = history.sittings.slice(0, 1 + (choice % history.sittings.length));
  const prefix = { ...history, sittings, agenda: [] };
  const files = tellAsMarkdown(prefix).filter(({ path }) => path !== PATH);
  const books = [...keepBooks(prefix).meetings.values()].at(-1);
  return {
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
    open: [...(books?.carried ?? [])].sort(),
  };
}

async function withAgenda(files: Files, asList: boolean): Promise<Files> {
  const { board, ledger, notes } = await openInMemory(files, TODAY);
  const meetings = notes.map(({ meeting }) => meeting);
  const last = meetings.findLast(({ state }) => state !== "cancelled") ?? null;
  const plan = { board, id: AGENDA, last, carried: carryForward(ledger, meetings, AGENDA), asList };
  return { ...files, [PATH]: writeAgenda(plan, TEMPLATE) };
}

async function look(files: Files) {
  const board = await openInMemory(files, TODAY);
  const { meeting } = board.notes.find(({ path }) => path === PATH)!;
  const found = checkBoard(board, GUARDS).filter(({ path }) => path === PATH);
  return {
    ledger: board.ledger,
    meeting,
    found,
    rows: meeting.progress.map((row) => board.ledger.bookedTo.get(row)),
  };
}

const CASES = [madeUpHistories(), fc.nat(), fc.boolean()] as const;

test("After any meetings, the agenda has one row for each open action, by its reference, and guards find no fault in it", async () => {
  await fc.assert(
    fc.asyncProperty(...CASES, async (history, choice, asList) => {
      const { files, open } = tellPrefix(history, choice);
      const { ledger, meeting, found, rows } = await look(await withAgenda(files, asList));
      expect([...rows].sort()).toEqual(open);
      expect(meeting.progress.map((row) => row.cited?.value)).toEqual(rows);
      expect(meeting.progress.filter(({ disposition }) => disposition !== null)).toEqual([]);
      expect(found).toEqual([]);
      expect(ledger.irregularities.filter((met) => met.meeting === AGENDA)).toEqual([]);
      const owners = [...ledger.actions.values()]
        .filter(({ state }) => state === "open")
        .map((action) => action.owners);
      expect(meeting.progress.map((row) => row.owners)).toEqual(owners);
    }),
    { numRuns: 300 },
  );
});

test("Hold the meeting and give every row a status, and none is unaccounted; hold it as it is, and all are", async () => {
  await fc.assert(
    fc.asyncProperty(...CASES, async (history, choice, asList) => {
      const { files, open } = tellPrefix(history, choice);
      const written = await withAgenda(files, asList);
      const held = written[PATH]!.replace("state: agenda", "state: draft");
      const { ledger } = await look({ ...files, [PATH]: held });
      expect([...ledger.accounts.at(-1)!.unaccounted].sort()).toEqual(open);
      const filled = fill(held, asList);
      const { ledger: after } = await look({ ...files, [PATH]: filled });
      expect(after.accounts.at(-1)!.unaccounted).toEqual([]);
      expect([...after.accounts.at(-1)!.carried].sort()).toEqual(open);
    }),
    { numRuns: 200 },
  );
});

/** What a secretary does at the meeting: a status for every row. */
function fill(agenda: string, asList: boolean): string {
  if (asList) return agenda.replace(/^ {2}Status:$/gm, "  Status: In progress");
  return agenda.replace(
    /^(\| \d.*\| *)( {6} \| {2,} \|[^|]*\|)$/gm,
    (_, before, after) => `${before}In progress${after}`,
  );
}

test("Delete any one row, and there is one finding more: at the heading it stood under, naming its reference", async () => {
  await fc.assert(
    fc.asyncProperty(...CASES, async (history, choice, asList) => {
      const { files, open } = tellPrefix(history, choice);
      fc.pre(open.length > 0);
      const written = await withAgenda(files, asList);
      const ref = open[choice % open.length]!;
      const lines = written[PATH]!.split("\n");
      const at = lines.findIndex((line) => line.startsWith(`| ${ref} `) || line.startsWith(`- ${ref} `));
      const next = asList ? lines.findIndex((line, index) => index > at && /^[-#]/.test(line)) : at + 1;
      const heading = lines.findLastIndex((line, index) => index < at && line.startsWith("#"));
      const poorer = lines.toSpliced(at, next - at).join("\n");
      const { found } = await look({ ...files, [PATH]: poorer });
      expect(found.map((finding) => tell(finding, poorer))).toEqual([
        `${heading + 1} every-open-action-is-reported \`${ref}\` is open and has no row here.`,
      ]);
    }),
    { numRuns: 200 },
  );
});

function tell({ rule, message, span }: Diagnostic, text: string): string {
  return `${placeOf(sourceFile(PATH, text), span.start).line} ${rule} ${message}`;
}

const WORDS = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "|",
        "\\",
        "*",
        "_",
        "`",
        "<!--",
        "-->",
        "<br>",
        "&amp;",
        "[a](b)",
        "\n",
        "\r\n",
        "\t",
        " ",
        "# ",
      ),
      fc.constantFrom(
        "{{ date }}",
        "{% if %}",
        "Action 1:",
        "Complete.",
        "\n---\n",
        "Status: Done",
        "\u0007",
        "\ud83d\ude00",
      ),
      fc.constantFrom("Deep dive to be scheduled for next meeting.", "to be discussed at a future meeting"),
      fc.string({ maxLength: 6, unit: "grapheme" }),
    ),
    { minLength: 1, maxLength: 10 },
  )
  // As reading gives the words of a note: on one line.
  .map((parts) => squash(parts.join("")))
  .filter((words) => words !== "");

test("Whatever words an action was written in, its row has them, and nothing else comes of them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(WORDS, { minLength: 1, maxLength: 4 }), fc.boolean(), async (texts, asList) => {
      const raised = note("2025-05-18", { raises: texts.map((text, index) => [index + 1, text] as const) });
      const reported = note("2025-09-21", {
        rows: texts.map((text, index) => [`2025-05-18/${index + 1}`, text, `Delayed – ${text}`] as const),
      });
      const meetings = [raised, reported];
      const carried = carryForward(book(meetings), meetings, AGENDA);
      const plan = { board: BARE_BOARD, id: AGENDA, last: reported, carried, asList };
      const { meeting, faults } = await readFile(PATH, writeAgenda(plan, TEMPLATE), BARE_BOARD);
      expect(faults).toEqual([]);
      expect(meeting).toMatchObject({
        state: "agenda",
        actions: [],
        decisions: [],
        deferred: [],
        blanket: null,
      });
      expect(meeting.progress.map((row) => [row.cited?.value, row.text, row.disposition])).toEqual(
        texts.map((text, index) => [`2025-05-18/${index + 1}`, text, null]),
      );
      const findings = book([...meetings, meeting], { today: TODAY }).irregularities.filter(
        (met) => met.meeting === AGENDA,
      );
      expect(findings).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
