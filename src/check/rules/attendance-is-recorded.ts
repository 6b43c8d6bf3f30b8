import { nearest } from "../../source/nearest.ts";
import { entryOf } from "../../source/yaml-node.ts";
import { placeOfKey } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const attendanceIsRecorded: Rule = {
  id: "attendance-is-recorded",
  severity: "error",
  conserves: false,
  on: HELD,
  ofForm: true,
  summary: "The note of a meeting says who was present.",
  why: "Without it nobody can tell whether the meeting was quorate, or who took part in a decision.",
  source: "Charity Commission, Charities and meetings (CC48), paragraph 57",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: [|2020-01-21|]
apologies: [MPS]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check(note, { prose }) {
    const { frontMatter, meeting } = note;
    if (meeting.present.length > 0 || isTold(frontMatter)) return;
    for (const { stretch, span } of prose.find(LIST_BELOW, LIST_BELOW)) {
      if (stretch.kind === "value") continue;
      yield {
        span,
        message: "Those who were present are listed here, and not in the front matter.",
        advice: "Move them there: `present: [BODY, BODY]`, or one entry a line: `- NAME, BODY`.",
      };
      return;
    }
    yield {
      span: placeOfKey(note, "present"),
      message: "The front matter names nobody who was present.",
      advice: "Write `present: [BODY, BODY]`, or one entry a line: `- NAME, BODY`.",
    };
  },
};

/** A list of those present in the text of a note. */
const LIST_BELOW =
  /^[ \t]*(?:present|attendees|attendance|attending|in attendance|those present)\b[ \t]*(?::|$)/gim;

/** Whether the list is there under a misspelt key, or as something else than a list: `front-matter-is-valid` tells. */
function isTold(node: Parameters<typeof entryOf>[0]): boolean {
  if (entryOf(node, "present")?.kind === "map") return true;
  return node?.kind === "map" && node.entries.some(({ key }) => isMisspelt(key.value));
}

function isMisspelt(key: string): boolean {
  return (
    nearest(key, ["present", "apologies", "in-attendance"]) === "present" ||
    /^(?:attend(?:ees|ance|ed)?|members)$/i.test(key)
  );
}
