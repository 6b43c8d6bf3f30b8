import { foldName } from "../../model/board.ts";
import type { Attendee, Meeting } from "../../model/meeting.ts";
import { quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const inOneListOnly: Rule = {
  id: "in-one-list-only",
  severity: "error",
  conserves: false,
  on: HELD,
  summary: "Nobody is both there and not there: no person, and no body that is named without a person.",
  why: "Whoever is on two lists was counted twice, or not at all, and nobody can tell which afterwards. A body may well send one person and the apologies of another.",
  source: "the Board's note of January 2020, which heads one list `Absent` and calls it apologies",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, "Ruth Adeyemi, MPS"]
apologies: ["Colin Marsh, MPS"]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, NHS]
apologies: [[|NHS|]]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check({ path, meeting }) {
    const seen = new Map<string, { attendee: Attendee; list: keyof typeof CALLED }>();
    for (const list of LISTS) {
      for (const attendee of meeting[list]) {
        const key = keyOf(attendee);
        const first = seen.get(key);
        if (first === undefined) seen.set(key, { attendee, list });
        else if (first.list !== list && !(isThere(first.list) && isThere(list))) {
          yield {
            span: attendee.span,
            message: `${quoted(attendee.as)} is listed as ${CALLED[first.list]} and as ${CALLED[list]}.`,
            advice: "Leave it on the list where it belongs.",
            related: [{ path, span: first.attendee.span, message: "The other place is" }],
          };
        }
      }
    }
  },
};

const LISTS = [
  "present",
  "inAttendance",
  "apologies",
  "absent",
] as const satisfies readonly (keyof Meeting)[];

const CALLED: Readonly<Record<(typeof LISTS)[number], string>> = {
  present: "present",
  inAttendance: "in attendance",
  apologies: "having sent apologies",
  absent: "absent",
};

function isThere(list: keyof typeof CALLED): boolean {
  return list === "present" || list === "inAttendance";
}

/** A person with the body, or the body alone. */
function keyOf({ name, organisation }: Attendee): string {
  return `${foldName(name ?? "")}/${foldName(organisation ?? "")}`;
}
