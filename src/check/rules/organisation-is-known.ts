import { type Board, findOrganisation, foldName } from "../../model/board.ts";
import { nearest } from "../../source/nearest.ts";
import { quoted } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

export const organisationIsKnown: Rule = {
  id: "organisation-is-known",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  where: (board) => board.organisations.length > 0,
  summary: "Every body on an attendance list is one of the register in `board.yaml`.",
  why: "A body written in two ways is counted as two, and its actions fall into two lists. (Asked only where the board keeps a register; guests in attendance need not be in it.)",
  source: "one body is written two ways in the Board's two notes",
  good: {
    files: {
      "board.yaml": `name: Example Board
organisations:
  - { id: MPS, name: Metropolitan Police Service, also: [Met Police], member: yes }
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [Met Police]
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
  - { id: MPS, name: Metropolitan Police Service, also: [Met Police], member: yes }
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MPS, [|Metropolitan Police Services|]]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check({ meeting, faults }, { board }) {
    const runsOn = faults.some((fault) => fault.rule === organisationIsKnown.id);
    let bodies: readonly Known[] | null = null;
    const findMeant = (name: string) => {
      bodies ??= knowWords(board);
      return findWithin(name, bodies);
    };
    const members = new Set([...meeting.present, ...meeting.apologies, ...meeting.absent]);
    for (const attendee of [...members, ...meeting.inAttendance]) {
      const body = attendee.organisation;
      if (body === null || findOrganisation(board, body) !== null) continue;
      const isMember = members.has(attendee);
      const near = nearest(body, namesOf(board)) ?? (isMember ? findMeant(body) : null);
      // Of names that run together only pieces are left; that they do is told already.
      if (near === null && (runsOn || !isMember)) continue;
      yield {
        span: attendee.span,
        message: `${quoted(body)} is no body of the register.`,
        advice:
          near === null
            ? "Write it as the register in `board.yaml` does, or add it there; write a person as `NAME, BODY`."
            : `Did you mean \`${near}\`? If not, add it under \`organisations\` in \`board.yaml\`.`,
      };
    }
  },
};

function namesOf(board: Board): string[] {
  return board.organisations.flatMap((body) => [body.id, body.name, ...body.also]);
}

/** A body of the register, and the words of each of its names. */
interface Known {
  readonly id: string;
  readonly names: readonly (readonly string[])[];
}

function knowWords({ organisations }: Board): readonly Known[] {
  return organisations.map(({ id, name, also }) => ({
    id,
    names: [id, name, ...also].map(tellingWords).filter((words) => words.length > 0),
  }));
}

/** Longer, a name is a sentence. */
const MOST_WORDS = 12;

/**
 * The one body whose words stand in a name, or whose name holds its words, slips in spelling aside: `Fire and Rescue`,
 * `Kofi (Probation)`. Null where that may be several.
 */
function findWithin(name: string, bodies: readonly Known[]): string | null {
  const written = tellingWords(name);
  if (written.length === 0 || written.length > MOST_WORDS) return null;
  const found = bodies.filter(({ names }) =>
    names.some((words) => areAmong(words, written) || areAmong(written, words)),
  );
  if (found.length !== 1) return null;
  const { id, names } = found[0]!;
  const person = /^(\p{Lu}[\p{L}'\u2019-]*(?:\s\p{Lu}[\p{L}'\u2019-]*)*)\s\(([^()]+)\)$/u.exec(name);
  const body = tellingWords(person?.[2] ?? "").join(" ");
  return person !== null && names.some((words) => words.join(" ") === body) ? `${person[1]}, ${id}` : id;
}

function tellingWords(name: string): string[] {
  return (
    foldName(name)
      .replace(/\b(?:the|of|and|for)\b/g, " ")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

function areAmong(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word) => others.includes(word) || nearest(word, others) !== null);
}
