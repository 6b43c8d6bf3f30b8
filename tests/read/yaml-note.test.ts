import { describe, expect, it } from "vitest";
import type { Meeting } from "../../src/model/meeting.ts";
import { readFile } from "./notes.ts";

const FIELDS = `date: 2020-01-21
time: 10:30-12:30
place: Town Hall
state: confirmed
confirmed: { at: 2020-05-18 }
chair: CSO
present: [CSO, "Ruth Ade, City Police (for Colin Ho; items 1-4)"]
in-attendance: [Two visitors]
apologies: [Health Trust]
absent: [DWB]
next-meeting: 2020-05-18
`;

const MARKDOWN = `---
${FIELDS}---

## 1. Actions from previous meeting

| Ref | Action | Owner | Due | Status | Update |
| --- | --- | --- | --- | --- | --- |
| 2019-09-27/1 | Circulate the memorandum | CSO | 14 Oct 2019 | Delayed | the election came |
| 2019-09-27/2 accepted | POL to report on figures | | | | |

## 2. Performance

The figures were late.

Action 1 (POL, CSO; by 28 February 2020): Send the pack.

Action 2: Deep dive to be scheduled for next meeting.

Agreed: Buses come first.

Deferred: Housing, to 18 May 2020.

Deferred: Drugs, to 2020-05-18
`;

const YAML = `${FIELDS}progress:
  - { ref: 2019-09-27/1, text: Circulate the memorandum, owner: CSO, due: 14 Oct 2019, status: Delayed, update: the election came }
  - ref: 2019-09-27/2 accepted
    text: POL to report on figures
    status:
items:
  - title: Actions from previous meeting
  - title: Performance
    note: |
      The figures were late.

      Action 2: Deep dive to be scheduled for next meeting.
    actions:
      - { number: 1, text: Send the pack., owners: [POL, CSO], due: 28 February 2020 }
    decisions:
      - { kind: Agreed, text: Buses come first. }
    deferred:
      - Housing, to 18 May 2020.
      - { text: Drugs., to: 2020-05-18 }
`;

/** A meeting without its places and its path. */
function withoutPlaces(meeting: Meeting): unknown {
  const places = new Set([
    "span",
    "marker",
    "body",
    "statusSpan",
    "progressHeading",
    "progressSections",
    "logHeading",
    "path",
    "statedDates",
  ]);
  return JSON.parse(JSON.stringify(meeting, (key, value) => (places.has(key) ? undefined : value)));
}

describe("A meeting written wholly in YAML", () => {
  it("is read into the same meeting as its Markdown", async () => {
    const markdown = (await readFile("2020-01-21.md", MARKDOWN)).meeting;
    const yaml = (await readFile("2020-01-21.yaml", YAML)).meeting;
    const inOrder = (meeting: Meeting) => ({
      ...meeting,
      actions: meeting.actions.toSorted((a, b) => a.number - b.number),
    });
    expect(withoutPlaces(inOrder(yaml))).toEqual(withoutPlaces({ ...inOrder(markdown), title: null }));
    expect(yaml.progress.map((row) => row.cited?.value)).toEqual(["2019-09-27/1", "2019-09-27/2"]);
    expect(yaml.actions.map(({ ref }) => ref)).toEqual(["2020-01-21/2", "2020-01-21/1"]);
  });

  it("has exact places, those in a note's text included", async () => {
    const { meeting } = await readFile("2020-01-21.yaml", YAML);
    const textAt = ({ start, end }: { start: number; end: number }) => YAML.slice(start, end);
    expect(meeting.actions.map(({ span }) => textAt(span))).toEqual([
      "Action 2: Deep dive to be scheduled for next meeting.",
      "Send the pack.",
    ]);
    expect(meeting.actions.map(({ marker }) => textAt(marker))).toEqual(["Action 2", "1"]);
    expect(textAt(meeting.progress[0]!.statusSpan)).toBe("Delayed");
    expect(textAt(meeting.progress[1]!.cited!.span)).toBe("2019-09-27/2 accepted");
    expect(textAt(meeting.progressHeading!)).toBe("progress");
    expect(meeting.items.map(({ span }) => textAt(span))).toEqual([
      "Actions from previous meeting",
      "Performance",
    ]);
  });

  it("may speak of all earlier actions in one sentence", async () => {
    const { meeting } = await readFile(
      "2020-01-21.yaml",
      "date: 2020-01-21\nprogress: not reviewed – one item only\n",
    );
    expect(meeting.blanket).toMatchObject({ says: "not reviewed", reason: "one item only" });
  });

  it.each([
    "",
    "- a\n- b\n",
    "just words\n",
    "date: 2020-01-21\nitems: none\nprogress: 3\n",
    "items:\n  - { actions: [[]] }\n",
  ])("is read as far as it goes where it is %j", async (text) => {
    const { meeting } = await readFile("2020-01-21.yaml", text);
    expect([meeting.id, meeting.actions.length, meeting.progress.length]).toEqual(["2020-01-21", 0, 0]);
  });
});
