import { findOrganisation } from "../../model/board.ts";
import { nearest } from "../../source/nearest.ts";
import { isRoleOrGroup, listedNames } from "../owner.ts";
import { placeOfOwner, quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const ownerIsKnown: Rule = {
  id: "owner-is-known",
  severity: "information",
  conserves: false,
  on: HELD,
  where: (board) => board.organisations.length > 0,
  summary:
    "The owner of an action is a body of the register, somebody whom the note lists, or a part played, such as the Chair.",
  why: "The list that `rrb actions --owner MPS` prints holds what is written `MPS`. An action of `Met Polise` is in nobody's list.",
  good: {
    files: {
      "board.yaml": `name: Example Board
organisations:
  - { id: MPS, name: Metropolitan Police Service, also: [Met Police], member: yes }
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MPS]
---

## 1. Performance

Action 1 (Met Police; by 14 February 2020): Send out the figures.
`,
    },
  },
  bad: {
    files: {
      "board.yaml": `name: Example Board
organisations:
  - { id: MPS, name: Metropolitan Police Service, also: [Met Police], member: yes }
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MPS]
---

## 1. Performance

Action 1 ([|Met Polise|]; by 14 February 2020): Send out the figures.
`,
    },
  },
  *check(note, { board, text }) {
    const { meeting } = note;
    const people = board.people.flatMap(({ name, initials }) => [name, initials ?? name]);
    const listed = listedNames(meeting, () => people);
    for (const action of meeting.actions) {
      const unknown = action.owners.find(
        (owner) => findOrganisation(board, owner) === null && !isRoleOrGroup(owner) && !listed.has(owner),
      );
      if (unknown === undefined) continue;
      const bodies = board.organisations.flatMap((body) => [body.id, body.name, ...body.also]);
      const near = nearest(unknown, [...bodies, ...people]);
      yield {
        span: placeOfOwner(unknown, action, note, text),
        message: `${quoted(unknown)}, to whom this is given, is no body of the register.`,
        advice:
          near === null
            ? "Write a body as the register in `board.yaml` does, and a person as the lists of this note do."
            : `Did you mean \`${near}\`? If not, add it under \`organisations\` in \`board.yaml\`.`,
      };
    }
  },
};
