import { findAskedFor } from "../../ledger/asked-for.ts";
import { wordsOf } from "../../model/wording.ts";
import { RAISED } from "../example-notes.ts";
import { excerpt, quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const completeIsComplete: Rule = {
  id: "complete-is-complete",
  severity: "information",
  conserves: false,
  on: HELD,
  summary: "Nothing of an action that is closed is still to come.",
  why: "An action of two sentences is closed when the first is done, and the second is never heard of again.",
  source: "action 7 of the Board's note of January 2020: a deep dive was still to be brought back",
  good: {
    files: {
      ...RAISED,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 14 Feb 2020 | Complete | sent on 3 February 2020 |
`,
    },
  },
  bad: {
    files: {
      ...RAISED,
      "2020-05-18.md": `---
date: 2020-05-18
present: [MOPAC]
---

## 1. Actions from previous meeting

| Ref          | Action               | Owner | Due | Status | Update |
| ------------ | -------------------- | ----- | --- | ------ | ------ |
| 2020-01-21/1 | Send out the figures | MOPAC | 14 Feb 2020 | [|Complete|] | the maps are still to be sent |
`,
    },
  },
  *check({ meeting }) {
    for (const { disposition, text, update, statusSpan } of meeting.progress) {
      if (disposition === null || disposition.state !== "closed") continue;
      const said = update ?? "";
      const left = (HINT.test(said) ? STILL_TO_COME.exec(said)?.[0] : null) ?? secondWish(text, said);
      if (left === null) continue;
      yield {
        span: statusSpan,
        message: `${quoted(excerpt(left, 50))} is still to come, and this row closes the action.`,
        advice: "Leave it open, or raise what is left as an action of its own.",
      };
    }
  },
};

/** Finds nothing where `STILL_TO_COME` does not, in a thirtieth of the time: V8 folds no letters of other scripts. */
const HINT = /(?:till|yet|main.?) to |to (?:be|follow)|will be /i;

/** What an update says is left to do. */
const STILL_TO_COME =
  /\b(?:still|yet|remains?) to (?:be )?\p{L}+|\b(?:is|are|will) to follow\b|\bto follow\b|\bto be \p{L}+(?:ed|en|ught|nt|de)\b|\bwill be (?:brought|circulated|sent|shared|presented|discussed|finalised|completed|published|reported|arranged|scheduled)\b/iu;

/** A sentence after the first that asks for an item at a later meeting, of which an update says nothing. */
function secondWish(text: string, update: string): string | null {
  if (!/[.!?;]\s/.test(text)) return null;
  const later = text.split(/(?<=[.!?;])\s+(?=\p{Lu})/u).slice(1);
  const wish = later.find((sentence) => findAskedFor(sentence) !== null) ?? null;
  const isAnswered = /\b(?:item|report\w*|present\w*|discuss\w*|brought|agenda)\b/i.test(update);
  return wish === null ||
    isAnswered ||
    wordsOf(wish).some((word) => word.length > 4 && wordsOf(update).includes(word))
    ? null
    : wish;
}
