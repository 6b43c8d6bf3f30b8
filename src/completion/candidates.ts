import type { Word } from "../command.ts";
import { formatDay } from "../model/day.ts";
import { knownPhrases } from "../model/status.ts";
import { type OpenBoard, openBoard } from "../open-board.ts";
import type { World } from "../world.ts";

/** What may stand where the cursor is, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly says: string;
}

/** What the shell itself knows better: its files, or its folders. */
export type Shells = ":files" | ":folders";

/** How the values of an option or an argument are found: `null` where only the user can know them. */
type Finder = Shells | ((board: OpenBoard) => readonly Candidate[]) | "rules" | null;

/** The finders by option, and by what stands between the brackets of an option or an argument. */
const FINDERS: Readonly<Record<string, Finder>> = {
  "--rule": "rules",
  "--status": listStatuses,
  "--meeting": listMeetings,
  ref: listReferences,
  meeting: listMeetings,
  old: listMeetings,
  org: listBodies,
  rule: "rules",
  file: ":files",
  files: ":files",
  dir: ":folders",
  new: null,
  date: null,
  text: null,
  words: null,
  n: null,
};

/** The finder for a word of help; undefined where nobody has said how its values are found. */
export function finderOf({ typed }: Word): Finder | undefined {
  return FINDERS[/--[a-z-]+/.exec(typed)?.[0] ?? ""] ?? FINDERS[/[<[]([a-z]+)/.exec(typed)?.[1] ?? ""];
}

/** What may be written for an option or an argument; `named` is the board that `--board` names. */
export async function completeValue(
  word: Word,
  named: string | null,
  world: World,
): Promise<readonly Candidate[] | Shells> {
  if (typeof word.takes === "object") return word.takes.map((value) => ({ value, says: "" }));
  const finder = finderOf(word) ?? null;
  if (finder === null) return [];
  if (finder === "rules") return listRules();
  if (typeof finder === "string") return finder;
  const question = { world, words: [], options: {}, board: named, today: null, noColor: true };
  return finder(await openBoard(question, { tells: false }));
}

function listReferences({ ledger }: OpenBoard): Candidate[] {
  return [...ledger.actions.values()]
    .toSorted((a, b) => Number(a.state !== "open") - Number(b.state !== "open"))
    .map(({ ref, state, text }) => ({ value: ref, says: `${state}: ${text}` }));
}

function listMeetings({ meetings }: OpenBoard): Candidate[] {
  return meetings.toReversed().map(({ id, date, state }) => ({
    value: id,
    says: date === null ? state : `${state}, ${formatDay(date)}`,
  }));
}

function listBodies({ workspace, ledger }: OpenBoard): Candidate[] {
  const { organisations } = workspace.board;
  const owners = [...ledger.actions.values()].flatMap((action) => action.owners);
  const others = [...new Set(owners)].filter((owner) => organisations.every(({ id }) => id !== owner));
  return [
    ...organisations.map(({ id, name }) => ({ value: id, says: name })),
    ...others.map((value) => ({ value, says: "" })),
  ];
}

async function listRules(): Promise<Candidate[]> {
  const { RULES } = await import("../check/rules.ts");
  return RULES.map(({ id, summary }) => ({ value: id, says: summary }));
}

function listStatuses({ workspace }: OpenBoard): Candidate[] {
  return knownPhrases(workspace.board.statuses).map((value) => ({ value, says: "" }));
}
