import { type Board, foldName } from "../../model/board.ts";
import { namesIn } from "../owner.ts";
import { literally } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

export const speakerIsPresent: Rule = {
  id: "speaker-is-present",
  severity: "information",
  conserves: false,
  on: HELD,
  isOff: true,
  where: (board) => board.organisations.length > 0,
  summary: "A body of the register that speaks in the text is on the list of those who were there.",
  why: "If a body reported on something, it was there, or its report was read out by somebody; the reader should know which. (Off unless a board asks for it: a body may well report in writing.)",
  source: "oasis-tcs/csaf#755",
  good: {
    files: {
      "board.yaml": `name: Example Board
organisations: [{ id: MOPAC, name: Mayor's Office }, { id: MPS, name: Met Police }]
rules: { speaker-is-present: information }
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, MPS]
---

## 1. Performance

The Met Police reported that the figures had changed.
`,
    },
  },
  bad: {
    files: {
      "board.yaml": `name: Example Board
organisations: [{ id: MOPAC, name: Mayor's Office }, { id: MPS, name: Met Police }]
rules: { speaker-is-present: information }
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

The [|Met Police|] reported that the figures had changed.
`,
    },
  },
  *check(note, { board, prose }) {
    const { present, inAttendance } = note.meeting;
    const there = [...present, ...inAttendance];
    const names = namesIn(there);
    const told = new Set<string>();
    for (const { match, stretch } of prose.find(speakers(board), SPOKE, "paragraph")) {
      const id = bodyCalled(match[1]!, board);
      if (id === null || told.has(id)) continue;
      told.add(id);
      if (there.some(({ organisation }) => organisation === id) || names.has(match[1]!)) continue;
      yield {
        span: stretch.placeOf(match.index!, match.index! + match[1]!.length),
        message: `\`${id}\` speaks here and is on no list of those who were there.`,
        advice: "Add it to `present` or `in-attendance`, or say that it reported in writing.",
      };
    }
  },
};

const VERBS =
  "said|reported|presented|noted|asked|advised|explained|told|highlighted|suggested|welcomed|thanked|informed|raised|updated|confirmed|replied|commented|stressed|proposed|showed";
const SPOKE = new RegExp(`\\b(?:${VERBS})\\b`);

/** A name of the register, then a verb of speaking. */
function speakers({ organisations }: Board): RegExp {
  const names = organisations
    .flatMap((body) => [body.id, body.name, ...body.also])
    .map((name) => literally(name.replace(/^the /i, "")))
    .sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(${names.join("|")})\\s+(?:also\\s+|then\\s+)?(?:${VERBS})\\b`, "gu");
}

function bodyCalled(name: string, { organisations }: Board): string | null {
  const wanted = foldName(name);
  const body = organisations.find((one) =>
    [one.id, one.name, ...one.also].some((known) => foldName(known) === wanted),
  );
  return body?.id ?? null;
}
