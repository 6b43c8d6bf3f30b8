import { entryOf, isEmptyScalar } from "../../source/yaml-node.ts";
import { quoted } from "../place.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";
import type { Stretch } from "../stretch.ts";

export const paperIsAtHand: Rule = {
  id: "paper-is-at-hand",
  severity: "warning",
  conserves: false,
  on: AGENDA_OR_HELD,
  ofForm: true,
  summary: "A paper or a set of slides that a note points to has a link, or a reason why it has none.",
  why: "The papers are part of the record: whoever reads `see slides` a year later has no slides. (A key `papers` in the front matter will do.)",
  source:
    "Information Commissioner's Office, Definition document for public authorities: agendas, background papers and minutes",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

*Lead: MPS · [Paper 1](papers/1.pdf) · to note*

The figures were shown ([see the slides of January](slides.pdf)).

## 2. Custody

*Paper 2, not published as it names people · to note*

The paper was discussed.
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

*Lead: MPS · [|Paper 1|] · to note*

The figures were shown ([|see slides|]).
`,
    },
  },
  *check(note, { prose }) {
    const papers = entryOf(note.frontMatter, "papers");
    if (papers !== null && !isEmptyScalar(papers)) return;
    const { find, text } = prose;
    for (const { match, stretch, span } of find(PAPER, HINT)) {
      if (stretch.kind === "value" || hasLinkOrReason(stretch, match, text)) continue;
      yield {
        span,
        message: `${quoted(match[0])} leads the reader to nothing.`,
        advice: "Link to it, `[Paper 1](papers/1.pdf)`; or say why not: `to follow`, `not published, as …`.",
      };
    }
  },
};

const DOCUMENTS = "(?:slides?|slide\\s+deck|presentation|paper|report|annex|appendix|attachment|handout)";
/** A numbered paper, or words that send the reader to one. */
const PAPER = new RegExp(
  `\\b(?:Paper|Annex|Appendix|Enclosure)\\s+(?:\\d{1,3}|[A-H])\\b|\\b(?:see|see\\s+the|as\\s+per)\\s+(?:attached\\s+)?${DOCUMENTS}\\b|\\b${DOCUMENTS}\\s+(?:is\\s+|are\\s+)?attached\\b`,
  "gi",
);
const HINT = /\b(?:paper|annex|appendix|enclosure)\s+(?:\d|[a-h]\b)|\bsee\s|\bas\s+per\s|\battached\b/i;
const REASON =
  /\bto follow\b|\btabled\b|\bverbal\b|\bnot (?:to be )?(?:published|circulated|public)\b|\bexempt\b|\bconfidential\b|\brestricted\b|\bon request\b|\bcirculated\b|\bwithheld\b|\bon (?:the |our |its )?web ?site\b/i;

/** How far off, in characters, its link or its reason may stand. */
const NEAR = 300;

/** Whether the text around it has a link, or its sentence says why there is none. */
function hasLinkOrReason(stretch: Stretch, match: RegExpMatchArray, text: string): boolean {
  const at = match.index!;
  const before = stretch.words
    .slice(Math.max(0, at - NEAR), at)
    .split(/[.]\s/)
    .at(-1)!;
  const behind = stretch.words.slice(at, at + NEAR).split(/[.]\s/)[0]!;
  if (REASON.test(before + behind)) return true;
  const { start, end } = stretch.placeOf(at, at + match[0].length);
  const { span } = stretch;
  const around = text.slice(Math.max(span.start, start - NEAR), Math.min(span.end, end + NEAR));
  return /\]\(|<https?:|https?:\/\//.test(around);
}
