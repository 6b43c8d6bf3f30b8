import { findOrganisation } from "../../model/board.ts";
import { placeOfKey } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const quorumIsMet: Rule = {
  id: "quorum-is-met",
  severity: "warning",
  conserves: false,
  on: HELD,
  where: (board) => board.quorum !== null,
  summary:
    "As many members were present as the board's quorum asks for, or the note says that they were not.",
  why: "What a meeting decided that was not quorate may be challenged, or has to be decided again. (Asked only where `board.yaml` has a `quorum`. It counts bodies; where no body of the register is marked as a member, every entry.)",
  source: "the boards of OASIS, which put this right by hand month after month",
  good: {
    files: {
      "board.yaml": `name: Example Board
quorum: 3
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
inquorate: yes
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "board.yaml": `name: Example Board
quorum: 3
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [|[MOPAC, MPS]|]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check(note, { board }) {
    const { present, inquorate } = note.meeting;
    // Of names that run together nobody can say how many there are.
    const runsOn = note.faults.some(({ rule }) => rule === "organisation-is-known");
    if (inquorate || present.length === 0 || runsOn) return;
    const marksMembers = board.organisations.some(({ member }) => member);
    const members = new Set(
      present.flatMap(({ organisation, as }) => {
        const body = organisation === null ? null : findOrganisation(board, organisation);
        // What the register does not know may be a member whose name is misspelt.
        return body !== null && marksMembers && !body.member ? [] : [organisation ?? as];
      }),
    );
    if (members.size >= board.quorum!) return;
    const counted = members.size === 1 ? "1 member was" : `${members.size || "No"} members were`;
    yield {
      span: placeOfKey(note, "present"),
      message: `${counted} present, and ${board.quorum} make a quorum.`,
      advice: "Complete the list, or write `inquorate: yes`.",
    };
  },
};
