import type { LogRow, Note, RaisedAction } from "../../model/meeting.ts";
import { wordsOf } from "../../model/wording.ts";
import type { Edit } from "../../source/diagnostic.ts";
import { logRowsEdit } from "../../write/log-rows.ts";
import { ownWords } from "../action-within-a-line.ts";
import { placeOfMarker, quoted } from "../place.ts";
import { HELD, type Rule, type RuleFinding } from "../rule.ts";

export const logAgrees: Rule = {
  id: "log-agrees",
  severity: "error",
  conserves: false,
  on: HELD,
  summary:
    "An actions log that is typed out agrees with the actions in the text, one to one, in number, owner and words.",
  why: "An action written twice is soon written in two ways, and the reader of the log does something else than the reader of the text. Better type no log at all: `rrb` prints it.",
  source: "ten of 83 real notes write each action twice",
  fixed: "adds rows that the log lacks to its table, and changes none.",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
Action 2 (MPS; by 28 February 2020): Visit the new custody suite.

## Actions log

| No  | Action                      | Owner |
| --- | --------------------------- | ----- |
| 1   | Send out the figures        | MOPAC |
| 2   | Visit the new custody suite | MPS   |
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
[|Action 2|] (MPS; by 28 February 2020): Visit the new custody suite.

## Actions log

| No  | Action               | Owner |
| --- | -------------------- | ----- |
[|| 1   | Send out the figures | MPS   ||]
`,
    },
  },
  *check(note, { text }) {
    const { meeting } = note;
    if (meeting.log.length === 0 && meeting.logHeading === null) return;
    // A log without items is a file of its own, and has nothing to agree with.
    const isAlone = meeting.items.length === 0;
    const isMissing = ({ fromLog, logRow }: RaisedAction) => !fromLog && logRow === null;
    const missing = meeting.actions.filter(isMissing);
    const fix = missing.length === 0 ? [] : addRows(note, missing, text);
    for (const action of meeting.actions) {
      if (action.fromLog && !isAlone) yield notInText(action);
      else if (isMissing(action)) yield { ...notInLog(action), fix };
      else if (!action.fromLog && action.logRow !== null) yield* disagreements(note, action, action.logRow);
    }
  },
};

/** All rows at once. An action that has no number yet gets it first: a number in the log alone would move others. */
function addRows({ meeting }: Note, missing: readonly RaisedAction[], text: string): readonly Edit[] {
  const edit = meeting.actions.some(({ written }) => written === null)
    ? null
    : logRowsEdit(missing, meeting, text);
  return edit === null ? [] : [edit];
}

function notInText(action: RaisedAction): RuleFinding {
  return {
    span: action.logRow?.span ?? action.span,
    message: "Only the log has this action; nothing in the text raises it.",
    advice: `Write it under its item as well: \`Action ${action.number}: ${quoted(action.text).slice(1)}.`,
  };
}

function notInLog(action: RaisedAction): RuleFinding {
  return {
    span: placeOfMarker(action),
    message: "The actions log does not have this action.",
    advice: `Add a row for it to the log, with the number \`${action.number}\`.`,
  };
}

function* disagreements({ path }: Note, action: RaisedAction, row: LogRow): Iterable<RuleFinding> {
  const related = [{ path, span: placeOfMarker(action), message: "The text has it" }];
  if (action.written !== null && row.number !== null && action.written !== row.number) {
    yield {
      span: row.span,
      message: `The log numbers this action ${row.number}, and the text ${action.written}.`,
      advice: `Write \`${action.written}\` here if nobody has cited it by the other number yet.`,
      related,
    };
  }
  if (row.owners.length > 0 && action.owners.length > 0 && !sameOwners(action, row)) {
    yield {
      span: row.span,
      message: `The log gives this action to ${listed(row)}, and the text to ${listed(action)}.`,
      advice: "Write the same owner in both places.",
      related,
    };
  }
  if (!sameWords(action, row)) {
    yield {
      span: row.span,
      message: "The log words this action in another way than the text.",
      advice: `Write it as the text does: ${quoted(ownWords(action.text), 120)}.`,
      related,
    };
  }
}

function sameOwners(action: RaisedAction, row: LogRow): boolean {
  return (
    action.owners.length === row.owners.length && action.owners.every((name) => row.owners.includes(name))
  );
}

/** Whether the words are the same; an owner or a due date in a column of its own need not stand in the words too. */
function sameWords(action: RaisedAction, row: LogRow): boolean {
  const [short, long] = [wordsOf(ownWords(action.text)), wordsOf(row.text)].sort(
    (a, b) => a.length - b.length,
  );
  const [before, after, ...more] = ` ${long!.join(" ")} `.split(` ${short!.join(" ")} `);
  if (after === undefined || more.length > 0) return false;
  const isOwner = sameOwners(action, row) && /\b(?:to|will|shall|must|should)$/.test(before!);
  const isDue = action.due === row.due && /^(?:by|before|at|for|in|after|once|when)\b/.test(after);
  return (before === "" || isOwner) && (after === "" || isDue);
}

function listed({ owners }: { readonly owners: readonly string[] }): string {
  return owners.map((owner) => quoted(owner)).join(", ");
}
