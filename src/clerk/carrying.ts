import { bookLedger, type Ledger } from "../ledger/ledger.ts";
import type { Meeting, Note } from "../model/meeting.ts";
import type { OpenBoard } from "../open-board.ts";
import { Refusal } from "../refusal.ts";
import { entryOf } from "../source/yaml-node.ts";

/** The books of a board as they stand for one of its notes, which may be new: no other agenda is in them. */
export function bookFor({ meeting }: Note, { meetings, workspace, today }: OpenBoard): Ledger {
  const others = meetings.filter(({ path, state }) => path !== meeting.path && state !== "agenda");
  return bookLedger([...others, meeting], { board: workspace.board, today });
}

/**
 * Demands that an agenda about to be written is one, of its day, and has one row, by its reference, for every open
 * action, and says nothing of any. Throws a Refusal that names what its template does wrong.
 */
export function demandWhole(note: Note, board: OpenBoard, template: string): void {
  const { meeting, faults, frontMatter } = note;
  const day = entryOf(frontMatter, "date");
  if (faults[0] !== undefined) throw refuse(template, "gives a head that can't be read", faults[0].message);
  if (meeting.state !== "agenda") throw refuse(template, "lacks `state: agenda` in its head", "Put it back.");
  if (day?.kind !== "scalar" || day.text !== meeting.id.slice(0, 10))
    throw refuse(template, "lacks `date: {{ date }}` in its head", "Put it back.");
  const ledger = bookFor(note, board);
  const open = [...ledger.actions.values()].filter(({ state }) => state === "open").map(({ ref }) => ref);
  const cited = citedIn(meeting, ledger);
  const lost = open.filter((ref) => !cited.includes(ref));
  if (lost.length > 0)
    throw refuse(template, `leaves out ${nameRefs(lost)}`, "Put `{{ actions }}` back under its item.");
  const doubled = open.filter((ref) => cited.indexOf(ref) !== cited.lastIndexOf(ref));
  if (doubled.length > 0)
    throw refuse(template, `has two rows for ${nameRefs(doubled)}`, "Leave one of them.");
  const said = meeting.progress.filter(({ disposition }) => disposition !== null);
  if (said.length > 0 || meeting.blanket !== null)
    throw refuse(template, "reports on actions before the meeting", "Leave every Status empty.");
}

function citedIn({ progress }: Meeting, { bookedTo }: Ledger): readonly (string | undefined)[] {
  return progress.filter(({ cited }) => cited !== null).map((row) => bookedTo.get(row));
}

function refuse(template: string, wrong: string, advice: string): Refusal {
  return new Refusal(`\`${template}\` ${wrong}, so nothing is written. ${advice}`);
}

/** Some references in a sentence, the first few of many. */
export function nameRefs(refs: readonly string[]): string {
  const named = refs.slice(0, 5).map((ref) => `\`${ref}\``);
  const more = refs.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
