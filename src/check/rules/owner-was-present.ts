import { type Board, findOrganisation, findPerson } from "../../model/board.ts";
import type { Meeting } from "../../model/meeting.ts";
import { type KnownNames, namesIn } from "../owner.ts";
import { placeOfOwner, quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const ownerWasPresent: Rule = {
  id: "owner-was-present",
  severity: "information",
  conserves: false,
  on: HELD,
  summary: "Whoever was given an action was there, or somebody tells them.",
  why: "An action given to somebody who was not in the room is news to them when it is overdue. (Told of bodies and people of the register, and of whoever is listed as not there.)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
apologies: [NHS]
---

## 1. Performance

Action 1 (MPS; by 14 February 2020): Send out the figures.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
apologies: [NHS]
---

## 1. Performance

Action 1 ([|NHS|]; by 14 February 2020): Send out the figures.
`,
    },
  },
  *check(note, { board, text }) {
    const { meeting, faults } = note;
    const runsOn = faults.some(({ rule }) => rule === "organisation-is-known");
    if (meeting.present.length === 0 || runsOn) return;
    const lists = readLists(meeting);
    for (const action of meeting.actions) {
      const missing = action.owners.filter((owner) => wasAway(owner, lists, board));
      if (missing.length === 0) continue;
      const names = missing.map((owner) => quoted(owner)).join(" and ");
      yield {
        span: placeOfOwner(missing[0]!, action, note, text),
        message: `${names} ${missing.length > 1 ? "were" : "was"} not there when this was agreed.`,
        advice: "Tell them now; the note alone may not reach them.",
      };
    }
  },
};

/** Who was there and who was not, by name; and the bodies that were, by their ids. */
interface Lists {
  readonly there: KnownNames;
  readonly away: KnownNames;
  readonly bodies: ReadonlySet<string | null>;
}

function readLists({ present, inAttendance, apologies, absent }: Meeting): Lists {
  const there = [...present, ...inAttendance];
  const bodies = new Set(there.map(({ organisation }) => organisation));
  return { there: namesIn(there), away: namesIn([...apologies, ...absent]), bodies };
}

/** Whether an owner is known to have been away: a body of the register that sent nobody, or somebody listed as not there. */
function wasAway(owner: string, { there, away, bodies }: Lists, board: Board): boolean {
  if (there.has(owner)) return false;
  const body = findOrganisation(board, findPerson(board, owner)?.organisation ?? owner);
  if (body === null) return away.has(owner);
  const heir = body.became === null ? null : findOrganisation(board, body.became);
  const before = board.organisations.filter(({ became }) => became === body.id || became === body.name);
  return ![body, ...before, ...(heir === null ? [] : [heir])].some(({ id }) => bodies.has(id));
}
