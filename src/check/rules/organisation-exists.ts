import { findOrganisation, type Organisation } from "../../model/board.ts";
import { formatDay } from "../../model/day.ts";
import { dayOf, placeOfMarker, placeOfNote } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

export const organisationExists: Rule = {
  id: "organisation-exists",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  summary: "No body is present, or given an action, after it has ceased to exist.",
  why: "A body that is gone does nothing any more; what it owed has to go to its successor, or it is lost.",
  source: "NPS, CRC and PHE all ended within two years of the Board's own notes",
  good: {
    files: {
      "board.yaml": `name: Example Board
organisations:
  - { id: NPS, name: National Probation Service, until: 2021-06-26, became: Probation Service }
  - { id: PS, name: Probation Service }
`,
      "2021-08-26.md": `---
date: 2021-08-26
present: [PS]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "board.yaml": `name: Example Board
organisations:
  - { id: NPS, name: National Probation Service, until: 2021-06-26, became: Probation Service }
  - { id: PS, name: Probation Service }
`,
      "2021-08-26.md": `---
date: 2021-08-26
present: [[|NPS|], PS]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check({ meeting }, { board }) {
    const day = dayOf(meeting);
    for (const attendee of [...meeting.present, ...meeting.inAttendance]) {
      const body = attendee.organisation === null ? null : findOrganisation(board, attendee.organisation);
      if (body?.until == null || body.until >= day) continue;
      yield { span: attendee.span, message: hasCeased(body), advice: successor(body.became) };
    }
  },
  *checkBooked(note, { board, met, rowsOf }) {
    const { meeting } = note;
    for (const { ref, owner, successor: became } of met(note, "owner has ceased")) {
      const raised = meeting.actions.find((action) => action.ref === ref);
      const row = rowsOf(note).find((booked) => booked.ref === ref);
      const body = findOrganisation(board, owner);
      yield {
        span: raised ? placeOfMarker(raised) : (row?.span ?? meeting.progressHeading ?? placeOfNote(note)),
        message: `\`${ref}\` is open and its owner is gone: ${body === null ? `\`${owner}\` has ceased.` : hasCeased(body)}`,
        advice: `${became === null ? "Name the body that took over from it" : `Name \`${became}\`, which it became`}, as the owner in its row of the next note.`,
      };
    }
  },
};

function hasCeased(body: Organisation): string {
  return `\`${body.id}\` ceased on ${formatDay(body.until ?? "")}.`;
}

function successor(name: string | null): string {
  return name === null ? "Name the body that took over from it." : `Write \`${name}\`, which it became.`;
}
