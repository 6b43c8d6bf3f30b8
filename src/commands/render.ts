import { type Command, deliver, deliverBytes, OUTPUT, openBoard, type Question } from "../command.ts";
import type { Meeting } from "../model/meeting.ts";
import { Refusal } from "../refusal.ts";
import { actionsOf, drawUpLog } from "../render/actions-log.ts";
import { FORMATS } from "../render/formats.ts";
import { PAGE_KINDS, type PageKind } from "../render/page.ts";
import { bookUpTo, dayOf, type Subject } from "../render/subject.ts";
import { writeActionsJson } from "../report/actions-json.ts";
import { writeJson } from "../report/json.ts";
import { meetingJson } from "../report/meeting-json.ts";
import { clean, type Shown, print as tellAside } from "../report/untrusted.ts";
import { placeOf } from "../source/source-file.ts";
import { readOwnTemplate, readTemplate } from "../workspace/template.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { readMeeting } from "./words.ts";

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
      takes: [...FORMATS.map(({ name }) => name), "json"],
    },
    OUTPUT,
  ],
  example: "rrb render 2020-01-21 --as minutes --output minutes.md",
  run: async (question) => {
    const board = await openBoard(question);
    const { meetings, ledger, workspace } = board;
    const meeting = readMeeting(question.words[0]!, board);
    const note = workspace.notes.find(({ path }) => path === meeting.path)!;
    const source = workspace.source(meeting.path);
    const subject: Subject = { note, source, board: workspace.board, meetings };
    const kind = readKind(question, meeting);
    if (question.options.format !== "json") await deliverPage(subject, kind, question, workspace);
    else if (kind === "action-log") deliver(question, printLogAsJson(subject, workspace.source));
    else {
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
  const [print, { layOutPage }] = await Promise.all([format.load(), import("../render/layout.ts")]);
  const printed = await print(await layOutPage(subject, kind), {
    source: subject.source,
    template: (name) => readTemplate(workspace, name),
    ownTemplate: (name) => readOwnTemplate(workspace, name),
    tell: (words) => tellAside(question.world.stderr, clean(words)),
  });
  if (typeof printed === "string") deliver(question, clean(printed));
  else deliverBytes(question, printed, format.name);
}

function printLogAsJson(subject: Subject, source: (path: string) => Subject["source"]): Shown {
  const { meeting } = subject.note;
  const log = drawUpLog(bookUpTo(subject, "action-log"), meeting.id);
  return writeActionsJson(actionsOf(log), dayOf(meeting), source);
}

/** What is asked for: an agenda is printed as one, since nothing of its meeting is known yet. */
function readKind({ options }: Question, { state, id }: Meeting): PageKind {
  const asked = PAGE_KINDS.find((kind) => kind === options.as);
  if (asked === undefined) return state === "agenda" ? "agenda" : "minutes";
  if (asked !== "minutes" || state !== "agenda") return asked;
  throw new Refusal(
    `\`${id}\` is an agenda, and has no minutes yet. Write \`--as agenda\`, or \`rrb start ${id}\` once it is held.`,
  );
}
