import { findDay } from "../../model/written-day.ts";
import { quoted } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

export const dateExists: Rule = {
  id: "date-exists",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  summary: "Every date that is written is a day of the calendar.",
  why: "No action is ever overdue that is due on 31 September. (Days that the front matter gives are asked for by `front-matter-is-valid`.)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MPS]
---

## 1. Performance

Action 1 (MPS; by 30 September 2020): Send out the figures.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MPS]
---

## 1. Performance

Action 1 (MPS; by [|31 September 2020|]): Send out the figures.
`,
    },
  },
  *check(note, { prose }) {
    for (const { match, stretch, span } of prose.find(DATE, DATE_AT_ALL)) {
      if (stretch.kind === "value" && DAYS_OF_THE_SCHEMA.test(stretch.key ?? "")) continue;
      if (findDay(match[0], note.meeting.date ?? "2000-01-01")?.day !== null) continue;
      yield {
        span,
        message: `There is no ${quoted(match[0])} in the calendar.`,
        advice: "Write the day that is meant.",
      };
    }
  },
};

const DAYS_OF_THE_SCHEMA = /^(?:date|next-meeting|moved-to|moved-from|on)$/;
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
/** Dates that may not exist: in words from the 29th on, or as ISO 8601; no part of a reference or a path. */
const DATE = new RegExp(
  [
    `(?<![\\d.,/-])(?:29|[3-9]\\d)(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}\\b(?:,?\\s+\\d{4}(?!\\d))?`,
    "(?<![\\d/-])\\d{4}-\\d{2}-\\d{2}(?![\\d/-])",
  ].join("|"),
  "g",
);
/** Only of such days there may be none: the last of February and of the short months, and what lies beyond. */
const DATE_AT_ALL =
  /\b(?:(?:29|30)(?:th)?(?:\s+of)?\s+Feb|31(?:st)?(?:\s+of)?\s+(?:Feb|Apr|Jun|Sep|Nov)|(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th)?(?:\s+of)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|\d-(?:02-(?:29|30)|(?:02|04|06|09|11)-31|(?:1[3-9]|[2-9]\d|00)-\d|\d\d-(?:3[2-9]|[4-9]\d|00))/;
