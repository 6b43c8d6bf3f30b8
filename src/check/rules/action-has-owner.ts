import type { Note, RaisedAction } from "../../model/meeting.ts";
import { knownNames, type Names } from "../../read/names.ts";
import { areOwners } from "../../read/owners.ts";
import { readBrackets } from "../../read/reading.ts";
import { listedNames } from "../owner.ts";
import { isOwnForm, isYaml, placeOfMarker, quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const actionHasOwner: Rule = {
  id: "action-has-owner",
  severity: "warning",
  conserves: false,
  on: HELD,
  summary: "Every action says who is accountable for it.",
  why: "An action that belongs to nobody is chased by nobody. Three of the eight actions of the Board's meeting of January 2020 name no owner.",
  source: "ICSA, Minute taking; audit question 14 of The Christie NHS Foundation Trust",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send out the figures.
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

[|Action 1|]: The figures to be sent out by 14 February 2020.
`,
    },
  },
  *check(note, { board }) {
    const { present, inAttendance, apologies, absent, actions } = note.meeting;
    const names = knownNames(board, [...present, ...inAttendance, ...apologies, ...absent]);
    for (const action of actions) {
      if (action.owners.length > 0) continue;
      const owner = findOwnerWithin(action.text, names);
      const name = owner ?? LEADING_NAME.exec(action.text)?.groups?.name ?? null;
      // Where nobody is recorded as present, no name can be known: `attendance-is-recorded` tells.
      if (owner === null && name !== null && isOwnForm(note) && present.length === 0) continue;
      yield {
        span: placeOfMarker(action),
        message: messageOf(name, owner !== null, note),
        advice: adviseOn(action, shown(name), note),
      };
    }
  },
};

/** A person, by the look of it, who is to do something: `Ann Other to write`, `Ann – the letter`. */
const LEADING_NAME =
  /^(?<name>\p{Lu}\p{Ll}[\p{L}'\u2019-]*(?:\s+\p{Lu}[\p{L}'\u2019-]+){0,2})(?:\s+(?:to(?!\s+be\b)|will|shall|must|should)\s+\p{Ll}|\s+[-\u2013\u2014]\s|$)/u;

/** Where an owner whom the action does not read as one may stand: `MPS: send`, `MPS – send`, `(MPS) send`, `send (MPS)`. */
const ELSEWHERE = [
  /^([^:()]{1,60}):\s/,
  /^([^()]{1,60}?)\s+[-\u2013\u2014]\s/,
  /^\(([^()]{1,60})\)/,
  /\(([^()]{1,60})\)[^()]*$/,
];

function findOwnerWithin(text: string, names: Names): string | null {
  const found = ELSEWHERE.flatMap(
    (pattern) => readBrackets(pattern.exec(text)?.[1] ?? null).owner?.trim() ?? [],
  );
  return found.find((words) => areOwners(words, names)) ?? null;
}

function messageOf(name: string | null, isOwner: boolean, { meeting }: Note): string {
  if (name === null) return "This action names nobody who is accountable for it.";
  return isOwner || listedNames(meeting).has(name)
    ? `${quoted(name)} stands here, and not as the owner.`
    : `${quoted(name)} is on no list of this note or of the board, so nobody is accountable here.`;
}

function adviseOn({ number, fromLog }: RaisedAction, name: string, note: Note): string {
  if (isYaml(note)) return `Write who it is: \`owners: [${name}]\`.`;
  if (fromLog)
    return `Write who it is in its row, under \`Owner\`${name === "OWNER" ? "" : `: \`${name}\``}.`;
  return `Put who it is in brackets after the number: \`Action ${number} (${name}): …\`.`;
}

function shown(name: string | null): string {
  return name?.replaceAll("`", "'") ?? "OWNER";
}
