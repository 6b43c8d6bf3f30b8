import { describe, expect, test } from "vitest";
import { checkBoard } from "../src/check/check.ts";
import { placeOf } from "../src/source/source-file.ts";
import { openInMemory } from "./board.ts";

const BOARD = `name: Example Board
organisations:
  - { id: MPS, name: Metropolitan Police Service, also: [Met Police], member: yes }
  - { id: Probation, name: London Probation Service, member: yes }
  - { id: Housing, name: Housing and Homelessness Department, member: yes }
`;

/** A note in rrb's own form: more keys, and what stands below them. */
function noteOf(body: string, keys = "", date = "2020-01-21"): string {
  return `---\ndate: ${date}\npresent: [MPS, Probation, Housing]\n${keys}---\n\n${body}\n`;
}

async function told(files: Record<string, string>, rule?: string): Promise<string[]> {
  const board = await openInMemory({ "board.yaml": BOARD, ...files }, "2020-12-01");
  return checkBoard(board)
    .filter((one) => rule === undefined || one.rule === rule)
    .map(({ path, span, message, advice, rule: id }) => {
      const { line } = placeOf(board.source(path)!, span.start);
      const words = board.text(path).slice(span.start, span.end);
      return [`${line}`, ...(rule === undefined ? [id] : []), words, message, advice].join(" | ");
    });
}

async function toldOf(body: string, rule?: string, keys?: string): Promise<string[]> {
  return told({ "2020-01-21.md": noteOf(body, keys) }, rule);
}

const RAISED = noteOf(
  "## 1. Custody\n\nAction 1 (MPS; by 14 February 2020): Police to write to every landlord in the borough about alarms, by the end of March.\n",
);

/** The note after it, with one row on its action. */
function reportOf(row: string): Record<string, string> {
  const table = `| Ref | Action | Status | Update |\n| --- | --- | --- | --- |\n${row}`;
  const report = noteOf(`## 1. Actions from previous meeting\n\n${table}`, "", "2020-05-18");
  return { "2020-01-21.md": RAISED, "2020-05-18.md": report };
}

describe("The words of a row", () => {
  test("may leave out the owner and the due date, which have columns of their own", async () => {
    const row = "| 2020-01-21/1 | Write to every landlord about alarms | Ongoing | half are written |";
    expect(await told(reportOf(row))).toEqual([]);
  });

  test("may not be others", async () => {
    const row = "| 2020-01-21/1 | Write to every school about alarms | Ongoing | half are written |";
    expect(await told(reportOf(row), "wording-has-not-drifted")).toHaveLength(1);
  });

  test("that put the status last are shown with the status first", async () => {
    const row = "| 2020-01-21/1 | Write to every landlord about alarms | Sent 26/2 – complete | |";
    expect(await told(reportOf(row))).toEqual([
      "10 | status-is-known | Sent 26/2 – complete | `Sent 26/2` is no status that is known, so the action stays open. | Put the status first: `Complete – Sent 26/2`.",
    ]);
  });

  test("that are a gap in place of a status are one fault", async () => {
    const row = "| 2020-01-21/1 | Write to every landlord about alarms | ??? | |";
    expect((await told(reportOf(row))).map((line) => line.split(" | ")[1])).toEqual(["status-is-known"]);
  });
});

describe("An owner who stands where none is read is offered", () => {
  test.each([
    ["MPS: publish the figures by 1 May 2020", "MPS"],
    ["MPS & Probation – find a day by 1 May 2020", "MPS & Probation"],
    ["(Housing) find out the price by 1 May 2020", "Housing"],
    ["Report back by 1 May 2020 (Housing/MPS)", "Housing/MPS"],
  ])("%s", async (words, owner) => {
    expect(await toldOf(`## 1. Custody\n\nAction 1: ${words}`)).toEqual([
      `8 | action-has-owner | Action 1 | \`${owner}\` stands here, and not as the owner. | Put who it is in brackets after the number: \`Action 1 (${owner}): …\`.`,
    ]);
  });

  test("but nothing in brackets that is no owner", async () => {
    const found = await toldOf("## 1. Custody\n\nAction 1: Mend the light (again) by 1 May 2020");
    expect(found.join()).toContain("This action names nobody who is accountable for it.");
  });
});

test("a finding about an owner points at the owner", async () => {
  const line = "Action 1 (Housing, Met Polise; by 1 May 2020): Send the figures.";
  expect(await toldOf(`## 1. Custody\n\n${line}`, "owner-is-known")).toEqual([
    "8 | Met Polise | `Met Polise`, to whom this is given, is no body of the register. | Did you mean `Met Police`? If not, add it under `organisations` in `board.yaml`.",
  ]);
});

describe("A name on a list that the register does not have", () => {
  test.each([
    ["Probation Servce", "`Probation`"],
    ["Housing Department", "`Housing`"],
    ["Kofi (Probation)", "`Kofi, Probation`"],
    ["MPS x 2", "`MPS`"],
  ])("%s is most likely %s", async (written, meant) => {
    const found = await toldOf(
      "## 1. Custody\n\nNoted.",
      "organisation-is-known",
      `apologies: [${written}]\n`,
    );
    expect(found.join()).toContain(`Did you mean ${meant}?`);
  });

  test.each(["Sal", "the Service"])("%s may be anybody", async (written) => {
    const found = await toldOf(
      "## 1. Custody\n\nNoted.",
      "organisation-is-known",
      `apologies: [${written}]\n`,
    );
    expect(found.join()).toContain("write a person as `NAME, BODY`");
  });

  test("and guests need not be in it, whatever words they share with it", async () => {
    const keys = "in-attendance: [Two housing visitors]\n";
    expect(await toldOf("## 1. Custody\n\nNoted.", undefined, keys)).toEqual([]);
  });
});

describe("Headings that are none", () => {
  test("are told, and the items and the section that they begin are not told as missing", async () => {
    const files = {
      "board.yaml": `${BOARD}standing-items: [Custody, Any other business]\n`,
      "2020-01-21.md": noteOf("## 1. Custody\n\nNoted.\n\n##2. AOB\n\nNone."),
    };
    expect(await told(files)).toEqual([
      "10 | items-are-numbered | ##2. AOB | This is no heading: a space is missing behind the `#`. | Write `## 2. AOB`.",
    ]);
  });

  test("where all are in bold, the first says it, and the lost section says where it is", async () => {
    const body = "**1. Welcome**\n\nNoted.\n\n**2. Actions from previous meeting**\n\nNone.";
    const files = { "2020-01-21.md": RAISED, "2020-05-18.md": noteOf(body, "", "2020-05-18") };
    expect(await told(files)).toEqual([
      "6 | items-are-numbered | **1. Welcome** | This is in bold, which makes it no heading. | Write `## 1. Welcome`.",
      "10 | every-open-action-is-reported | **2. Actions from previous meeting** | `2020-01-21/1` is open, and nothing under this line is read, as it is no heading. | Write `## 2. Actions from previous meeting`.",
    ]);
  });

  test.each(["#1 on the list is custody.", "##hashtag", "**1. A sentence in bold that ends.**"])(
    "%s was never meant for one",
    async (line) => {
      expect(await toldOf(`## 1. Custody\n\n${line}`)).toEqual([]);
    },
  );
});

test("an action in the line of another is told, as nothing carries it", async () => {
  const line =
    "Action 1 (MPS; by 1 May 2020): Count the cells. Action 2 (Probation; by 1 May 2020): Ask for the keys.";
  expect(await toldOf(`## 1. Custody\n\n${line}`)).toEqual([
    "8 | looks-like-an-action | Action 2 (Probation; by 1 May 2020): | This stands within a line, so it is not read as an action of its own. | Begin a new line with it.",
  ]);
});

test("a resolution in prose is told even where an action follows from it", async () => {
  const body =
    "## 1. Wardens\n\nRESOLVED that three wardens be appointed.\n\nAction 1 (Housing; by 1 May 2020): Advertise the posts.";
  expect(await toldOf(body, "looks-like-an-action")).toHaveLength(1);
  expect(await toldOf(body.replace("RESOLVED that", "Resolved:"), "looks-like-an-action")).toEqual([]);
});

describe("What is put off in prose", () => {
  test("is offered as a deferral of its item", async () => {
    expect(await toldOf("## 1. Knife bins\n\nThe paper was late. Carried over to next time.")).toEqual([
      "8 | deferral-names-a-meeting | Carried over to next time | This reads as if something was put off, and no agenda will ask for it. | If it was, write on a line of its own: `Deferred: Knife bins, to …`.",
    ]);
  });

  test("is not, where the item has a line for it", async () => {
    const body = "Deferred as the paper was late.\n\nDeferred: Knife bins, to the next meeting.";
    expect(await toldOf(`## 1. Knife bins\n\n${body}`, undefined, "next-meeting: 2020-05-18\n")).toEqual([]);
  });

  test.each(["The sentence was deferred by the court.", "The figures were put back to 30 January."])(
    "%s is the business of others",
    async (sentence) => {
      expect(await toldOf(`## 1. Custody\n\n${sentence}`)).toEqual([]);
    },
  );
});

test("one action written out twice is told, but not one given to two bodies", async () => {
  const lines = (owner: string) =>
    `Action 1 (MPS; by 1 May 2020): Tell the press.\nAction 2 (${owner}; by 2 May 2020): Tell the Press`;
  expect(await toldOf(`## 1. Custody\n\n${lines("MPS")}`, "action-is-new")).toHaveLength(1);
  expect(await toldOf(`## 1. Custody\n\n${lines("Housing")}`)).toEqual([]);
});

test("a fence that is never closed is one fault", async () => {
  const note = noteOf("## 1. Snow\n\nNobody else came.").replace("]\n---\n", "]\n");
  expect((await told({ "2020-01-21.md": note })).map((line) => line.split(" | ")[1])).toEqual([
    "front-matter-is-valid",
  ]);
});

test("an item whose key is misspelt is one fault", async () => {
  const note = "date: 2020-01-21\npresent: [MPS]\nitems:\n  - title: AOB\n    notes: none\n";
  expect((await told({ "2020-01-21.yaml": note })).map((line) => line.split(" | ")[1])).toEqual([
    "front-matter-is-valid",
  ]);
});

test("an ignore without a reason is one fault", async () => {
  const body =
    "## 1. Custody\n\nAction 1 (MPS; by 1 May 2020): Count the cells. <!-- rrb-ignore action-has-owner -->";
  expect(await toldOf(body)).toHaveLength(1);
});

test("an action within the note of a YAML item is numbered as a line, and one with keys by a key", async () => {
  const note = `date: 2020-01-21
present: [MPS]
items:
  - title: Custody
    note: |
      Action (MPS; by 1 May 2020): Count the cells.
    actions:
      - { text: Count the keys, owners: [MPS], due: 1 May 2020 }
`;
  expect((await told({ "2020-01-21.yaml": note })).map((line) => line.split(" | ").at(-1))).toEqual([
    "Write `Action 1`; it is cited as `2020-01-21/1`.",
    "Write `number: 2`; it is cited as `2020-01-21/2`.",
  ]);
});

test("two rows on an action that nobody knows are told under the reference that they bear", async () => {
  const row = "| 2020-01-21/9 | Plant trees in the yard | Ongoing | no spade |";
  const found = await told(reportOf(`${row}\n${row}`), "one-row-an-action");
  expect(found.join()).toContain("`2020-01-21/9` has a row already.");
});

test("a note that says in a sentence that it confirmed another one need not say so again", async () => {
  const confirmed = noteOf("## 1. Custody\n\nNoted.", "state: confirmed\nconfirmed: { at: 2020-05-18 }\n");
  const saying = (sentence: string) =>
    told(
      {
        "2020-01-21.md": confirmed,
        "2020-05-18.md": noteOf(`## 1. Minutes\n\n${sentence}`, "", "2020-05-18"),
      },
      "confirmed-at-a-meeting",
    );
  expect(await saying("The minutes of 21 January 2020 were agreed as a correct record.")).toEqual([]);
  expect(await saying("The minutes of 21 January 2020 were late.")).toHaveLength(1);
});

test("of one rule a thousand findings are told in one note, and that there are more", async () => {
  const found = await toldOf(`## 1. Custody\n\n${"TBC, and then. ".repeat(3000)}`, "no-placeholder-left");
  expect(found).toHaveLength(1001);
  expect(found.at(-1)).toContain("There are more of these than rrb tells of in one note.");
});

test("a picture of three megabytes that was pasted into a note is no fault, and hides none", async () => {
  const picture = `![A map](data:image/png;base64,${"iVBORw0KGgoAAAANSUhEUgAA+/".repeat(120_000)})`;
  const body = `## 1. Custody\n\n${picture}\n\nAction 1: The lights to be mended by 1 May 2020.`;
  expect((await toldOf(body)).map((line) => line.split(" | ")[1])).toEqual(["action-has-owner"]);
});

test("a log that repeats an action is right about it, although another one stands in the action's line", async () => {
  const line =
    "Action 1 (MPS; by 1 May 2020): Count the cells. Action 2 (MPS; by 1 May 2020): Ask for the keys.";
  const log =
    "## Actions log\n\n| No | Action | Owner |\n| --- | --- | --- |\n| 1 | Count the cells | MPS |\n| 2 | Ask for the keys | MPS |";
  expect(await toldOf(`## 1. Custody\n\n${line}\n\n${log}`, "log-agrees")).toEqual([
    "15 | | 2 | Ask for the keys | MPS | | Only the log has this action; nothing in the text raises it. | Write it under its item as well: `Action 2: Ask for the keys`.",
  ]);
});
