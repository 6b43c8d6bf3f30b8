import { findListener } from "../ask.ts";
import { askFounding, demandDistinct, demandToCome, readBody, type Stated } from "../clerk/founding.ts";
import type { Command, Question } from "../command.ts";
import { type Day, dayIn } from "../model/day.ts";
import { Refusal } from "../refusal.ts";
import { printProse } from "../report/prose.ts";
import { clean } from "../report/untrusted.ts";
import { type CopiedTemplates, copyTemplates, holdsBoard } from "../workspace/copy-templates.ts";
import { createFolder } from "../workspace/create.ts";
import { findBoard } from "../workspace/folder.ts";
import { findBoardSchema } from "../workspace/schema.ts";
import { type Founding, writeBoardFile, writeFirstAgenda } from "../write/new-board.ts";
import { STANDING_ITEMS } from "../write/standing-items.ts";

/** Where a board is made if nobody says where: rrb finds it there from the folder around it. */
const USUAL_FOLDER = "meetings";

/** `rrb init`: a new board: its `board.yaml` and its first agenda, and nothing else. */
export const init: Command = {
  arguments: [{ typed: "[dir]", says: `the folder to make it in (else \`${USUAL_FOLDER}\`)` }],
  options: [
    { typed: "--name <text>", says: "what the board is called" },
    { typed: "--short-name <text>", says: "what it is called for short" },
    { typed: "--secretariat <text>", says: "the body that keeps its minutes" },
    {
      typed: "--body <text>",
      says: "a body on it: `MPS: Metropolitan Police Service`; may be repeated",
      repeats: true,
    },
    { typed: "--item <text>", says: "what stands on every agenda; may be repeated", repeats: true },
    { typed: "--date <date>", says: "the day of its first meeting", takes: "day" },
    {
      typed: "--templates",
      says: "copy the templates of all documents into it; of a board that is there, too",
    },
  ],
  example: 'rrb init --name "Reducing Reoffending Board" --date 2027-01-21',
  run: async (question) => {
    const { world, options } = question;
    const board = options.templates === true ? findFounded(question) : null;
    if (board !== null) {
      printProse(world.stdout, clean(tellCopied(copyTemplates(world, board))));
      return 0;
    }
    const folder = chooseFolder(question);
    const today = question.today ?? dayIn("Europe/London", world.now());
    const founding = await found(readStated(question, today), question, today);
    const paths = createFolder(world, folder, [
      { name: "board.yaml", text: writeBoardFile(founding, findBoardSchema(world, folder)) },
      { name: `${founding.date}.md`, text: writeFirstAgenda(founding) },
    ]);
    printProse(world.stdout, clean(tell(paths, founding.date)));
    if (options.templates === true) printProse(world.stdout, clean(tellCopied(copyTemplates(world, folder))));
    return 0;
  },
};

/** The folder of the board that is there already, if one is meant: who names a new one means that. */
function findFounded({ world, words, board, options }: Question): string | null {
  if (options.name !== undefined || options.date !== undefined) return null;
  const folder = words[0] ?? findBoard(world, { board });
  return folder !== null && holdsBoard(world, folder) ? folder : null;
}

/** The folder of the new board. One that already holds another board's files, or lies in a board, is not meant. */
function chooseFolder({ world, words, board }: Question): string {
  const named = words[0] ?? board;
  if (named !== null) return named;
  const other = findBoard(world, { board: null });
  if (other === null || other === USUAL_FOLDER) return USUAL_FOLDER;
  throw new Refusal(
    `There is a board in \`${other}\` already. Name a folder for another one: \`rrb init DIR\`.`,
  );
}

function readStated({ options }: Question, today: Day): Stated {
  const text = (option: string | true | undefined) =>
    typeof option === "string" && option.trim() !== "" ? option.trim() : null;
  const list = (option: string | true | undefined) => text(option)?.split("\n") ?? null;
  const bodies = list(options.body)?.map(readBody) ?? null;
  const date = text(options.date);
  if (bodies !== null) demandDistinct(bodies);
  if (date !== null) demandToCome(date, today);
  return {
    name: text(options.name),
    shortName: text(options.shortName),
    secretariat: text(options.secretariat),
    bodies,
    standingItems: list(options.item),
    date,
  };
}

/** What the board is, asked of whoever sits at the terminal; elsewhere by options alone. */
async function found(stated: Stated, { world, noColor }: Question, today: Day): Promise<Founding> {
  const { name, date } = stated;
  if (name !== null && date !== null) {
    return {
      ...stated,
      name,
      date,
      bodies: stated.bodies ?? [],
      standingItems: stated.standingItems ?? STANDING_ITEMS,
    };
  }
  const listener = await findListener(world, noColor);
  if (listener === null) {
    throw new Refusal(
      'A new board needs a name and the day of its first meeting. Write `rrb init --name "Harbour Board" --date 2027-01-21`.',
    );
  }
  const founding = await askFounding(stated, listener, today);
  if (founding === null) throw new Refusal("Nothing is written. `rrb init` asks again.");
  return founding;
}

function tell([boardFile, agenda]: readonly string[], date: Day): string {
  return [
    `Wrote \`${boardFile}\`: what rrb knows of the board. It says what else you may tell it.`,
    `Wrote \`${agenda}\`: the agenda of the first meeting.`,
    `Once that is held, \`rrb start ${date}\` turns it into the draft of its note.`,
  ].join("\n");
}

function tellCopied({ written, kept }: CopiedTemplates): string {
  return [
    ...written.map((path) => `Wrote \`${path}\`.`),
    ...kept.map((path) => `\`${path}\` stays as it is.`),
    "Each says at its top what it is for. Remove those that you leave as they are: rrb has its own.",
  ].join("\n");
}
