import { readMeeting } from "../clerk/words.ts";
import { type Command, deliver, deliverBytes, OUTPUT, type Question } from "../command.ts";
import type { Meeting } from "../model/meeting.ts";
import { openBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { actionsOf, drawUpLog } from "../render/actions-log.ts";
import { FORMATS } from "../render/formats.ts";
import { PAGE_KINDS, type PageKind } from "../render/page.ts";
import { bookUpTo, dayOf, type Subject } from "../render/subject.ts";
import { writeActions } from "../report/actions.ts";
import { writeJson } from "../report/json.ts";
import { meetingJson } from "../report/meeting-json.ts";
import { clean, print as tellAside } from "../report/untrusted.ts";
import { placeOf } from "../source/source-file.ts";
import { readOwnFonts, readOwnTemplate, readTemplate, readTypedTemplate } from "../workspace/template.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What is made from the books, and not from a page. */
const OTHER_FORMATS = ["json", "csv", "xlsx", "ics"] as const;

/** `rrb render`: one meeting as a document to circulate or to publish, or as rrb reads it, for machines. */
export const render: Command = {
  arguments: [{ typed: "<meeting>", says: "the meeting, by the name of its file: `2020-01-21`" }],
  options: [
    {
      typed: "--as <kind>",
      says: "what to print of it (else the minutes, or the agenda)",
      takes: PAGE_KINDS,
    },
    {
      typed: "--format <format>",
      says: "how to print it",
      takes: [...FORMATS.map(({ name }) => name), ...OTHER_FORMATS],
    },
    {
      typed: "--template <file>",
      says: "for docx: a Word file whose letterhead and styles it takes (else the board's own)",
    },
    OUTPUT,
  ],
  example: "rrb render 2020-01-21 --as minutes --output minutes.md",
  run: async (question) => {
    if (question.options.template !== undefined && question.options.format !== "docx")
      throw new Refusal("`--template` is for Word alone. Write `--format docx` too.");
    const board = await openBoard(question);
    const { meetings, ledger, workspace } = board;
    const meeting = readMeeting(question.words[0]!, board);
    const note = workspace.notes.find(({ path }) => path === meeting.path)!;
    const source = workspace.source(meeting.path);
    const subject: Subject = { note, source, board: workspace.board, meetings };
    const kind = readKind(question, meeting);
    const format = OTHER_FORMATS.find((name) => name === question.options.format);
    if (format === undefined) await deliverPage(subject, kind, question, workspace);
    else if (kind === "action-log") await deliverLog(subject, format, question, workspace);
    else if (format === "ics") {
      const { writeMeetingCalendar } = await import("../report/meeting-ics.ts");
      deliver(question, writeMeetingCalendar(meeting, meetings, workspace.board));
    } else {
      const refOf = (row: Meeting["progress"][number]) => ledger.bookedTo.get(row) ?? null;
      deliver(
        question,
        writeJson({ meeting: meetingJson(meeting, ({ start }) => placeOf(source, start), refOf) }),
      );
    }
    return 0;
  },
};

async function deliverPage(
  subject: Subject,
  kind: PageKind,
  question: Question,
  workspace: Workspace,
): Promise<void> {
  const format = FORMATS.find(({ name }) => name === question.options.format) ?? FORMATS[0]!;
  const { template } = question.options;
  const [print, { layOutPage }] = await Promise.all([format.load(), import("../render/layout.ts")]);
  const printed = await print(await layOutPage(subject, kind), {
    source: subject.source,
    template: (name) => readTemplate(workspace, name),
    ownTemplate: (name) =>
      typeof template === "string"
        ? readTypedTemplate(question.world, template)
        : readOwnTemplate(workspace, name),
    ownFonts: () => readOwnFonts(workspace),
    tell: (words) => tellAside(question.world.stderr, clean(words)),
  });
  if (typeof printed === "string") deliver(question, clean(printed));
  else deliverBytes(question, printed, format.name);
}

async function deliverLog(
  subject: Subject,
  format: (typeof OTHER_FORMATS)[number],
  question: Question,
  { board, source }: Workspace,
): Promise<void> {
  const { meeting } = subject.note;
  const log = actionsOf(drawUpLog(bookUpTo(subject, "action-log"), meeting.id));
  const printed = await writeActions(format, log, { board, asOf: dayOf(meeting), source });
  if (printed instanceof Uint8Array) deliverBytes(question, printed, format);
  else deliver(question, printed);
}

/** What is asked for: an agenda is printed as one, since nothing of its meeting is known yet. */
function readKind({ options }: Question, { state, id }: Meeting): PageKind {
  const asked = PAGE_KINDS.find((kind) => kind === options.as);
  if (options.format === "csv" || options.format === "xlsx") {
    if (asked === undefined || asked === "action-log") return "action-log";
    throw new Refusal(
      `\`--format ${options.format}\` prints actions, and no ${asked}. Write \`--as action-log\`, or \`--format docx\`.`,
    );
  }
  if (asked === undefined) return state === "agenda" ? "agenda" : "minutes";
  if (asked !== "minutes" || state !== "agenda") return asked;
  throw new Refusal(
    `\`${id}\` is an agenda, and has no minutes yet. Write \`--as agenda\`, or \`rrb start ${id}\` once it is held.`,
  );
}
