import type { Candidate } from "../../ledger/irregularity.ts";
import { SAME_WORDS } from "../../ledger/match.ts";
import { referenceEdits } from "../../write/row-reference.ts";
import { RAISED, REPORTED } from "../example-notes.ts";
import type { KeptNote } from "../kept-note.ts";
import { excerpt, isOwnForm, isYaml, quoted } from "../place.ts";
import { AGENDA_OR_HELD, type Books, type Rule } from "../rule.ts";

export const progressNamesItsAction: Rule = {
  id: "progress-names-its-action",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  summary: "Every row on an earlier action bears its reference, and the reference exists.",
  why: "Words change from note to note and numbers start from 1 again at every meeting; only the reference says for certain which action is meant. A reworded action that nobody recognises is how one gets lost.",
  fixed: "writes the reference where the words leave no doubt.",
  good: {
    files: {
      ...RAISED,
      ...REPORTED,
    },
  },
  bad: {
    files: {
      ...RAISED,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Status   | Update                  |
| ------------ | -------------------- | ----- | -------- | ----------------------- |
[|| 1            | Send out the figures | MOPAC | Complete | sent on 3 February 2020 ||]
`,
    },
  },
  *checkBooked(note, { met, ledger, text }) {
    // A note that was published as it stands never had references; its words did for it.
    const matched = isOwnForm(note) ? met(note, "matched by words") : [];
    const sure = matched.filter(({ agreement }) => agreement >= SAME_WORDS);
    const fixes = sure.length === 0 ? null : referenceEdits(note, sure, text(note.path));
    for (const { ref, row } of matched) {
      yield {
        span: row.span,
        message: `This row bears no reference; by its words it is \`${ref}\`.`,
        advice: `Write ${asWritten(note, ref)}.`,
        fix: fixes?.get(row) ?? [],
      };
    }
    for (const { row, ref, nearest } of met(note, "not recognised")) {
      yield {
        span: row.span,
        message: "No earlier note at hand has this action.",
        advice: `${nearestTo(ledger, nearest)} If it is new here, write ${asWritten(note, ref)}.`.trim(),
      };
    }
    for (const { row, nearest } of met(note, "unknown reference")) {
      yield {
        span: row.cited?.span ?? row.span,
        message: `${quoted(row.cited?.value ?? "")} is no action that any note at hand has.`,
        advice: `${nearestTo(ledger, nearest)} Write the reference that \`rrb actions\` shows for it.`.trim(),
      };
    }
  },
};

function asWritten(note: KeptNote, ref: string): string {
  return isYaml(note) ? `\`ref: ${ref}\`` : `\`${ref}\` at its start, or in its Ref column`;
}

/** Less alike than this, two wordings share no more than any two sentences do. */
const LEAST_ALIKE = 0.25;

/** The open actions without a row that the words may mean: those that come near, else whatever there is. */
function nearestTo(ledger: Books, candidates: readonly Candidate[]): string {
  const alike = candidates.filter(({ agreement }) => agreement >= LEAST_ALIKE);
  const named = (alike.length > 0 ? alike : candidates).map(
    ({ ref }) => `\`${ref}\` (${excerpt(ledger.actions.get(ref)?.text ?? "", 40).replace(/\.$/, "")})`,
  );
  if (named.length === 0) return "";
  return alike.length > 0
    ? `Did you mean ${named.join(" or ")}?`
    : `Open, and without a row here: ${named.join(", ")}.`;
}
