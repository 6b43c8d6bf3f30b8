import { type Command, openBoard } from "../command.ts";
import { tellBiography } from "../ledger/biography.ts";
import { findAction, type Ledger } from "../ledger/ledger.ts";
import type { Action } from "../model/action.ts";
import { Refusal } from "../refusal.ts";
import { drawBiography } from "../report/biography.ts";
import { paintFor } from "../report/colour.ts";
import { print } from "../report/untrusted.ts";
import { nearest } from "../source/nearest.ts";

/** `rrb action REF`: the biography of one action. */
export const action: Command = {
  arguments: [{ typed: "<ref>", says: "its reference; its number alone where only one action has it" }],
  options: [],
  example: "rrb action 2020-01-21/3",
  run: async (question) => {
    const { world, noColor, words } = question;
    const { ledger, meetings, today, workspace } = await openBoard(question);
    const found = findMeant(ledger, words[0]!);
    const life = { action: found, told: tellBiography(found, ledger, today), meetings, today };
    const paint = await paintFor(world, world.stdout, noColor);
    print(world.stdout, drawBiography(life, workspace.source, world.stdout, paint));
    return 0;
  },
};

/** The action that a word names: by its reference, by another name of it, or by a number that it alone bears. */
function findMeant(ledger: Ledger, typed: string): Action {
  const named = findAction(ledger, typed);
  if (named !== null) return named;
  const refs = [...ledger.actions.keys()];
  if (/^(?:bf)?\d+$/.test(typed)) {
    const bearers = refs.filter((ref) => ref.endsWith(`/${typed}`));
    if (bearers.length === 1) return ledger.actions.get(bearers[0]!)!;
    if (bearers.length > 1) throw new Refusal(`${manyMean(bearers)} Write the whole reference.`);
  }
  const near = nearest(typed, refs);
  const advice = near === null ? "`rrb actions` lists them all." : `Did you mean \`${near}\`?`;
  throw new Refusal(`There is no action \`${typed}\`. ${advice}`);
}

function manyMean(refs: readonly string[]): string {
  const named = refs.slice(-3).map((ref) => `\`${ref}\``);
  const others = refs.length > 3 ? ` or ${refs.length - 3} earlier ones` : "";
  return `That may be ${named.join(" or ")}${others}.`;
}
