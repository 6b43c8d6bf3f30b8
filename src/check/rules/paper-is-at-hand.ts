import { entryOf, isEmptyScalar } from "../../source/yaml-node.ts";
import { quoted } from "../place.ts";
import type { Stretch } from "../prose.ts";
import { AGENDA_OR_HELD, type Rule } from "../rule.ts";

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
    const { find, text } = prose(note);
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

/** Whether the sentence around it has a link, or says why there is none. */
function hasLinkOrReason(stretch: Stretch, match: RegExpMatchArray, text: string): boolean {
  const { words, span } = stretch;
  const start = Math.max(words.lastIndexOf(". ", match.index!), 0);
  const stop = words.indexOf(". ", match.index!);
  if (REASON.test(words.slice(start, stop < 0 ? words.length : stop))) return true;
  return /\]\(|<https?:|https?:\/\//.test(text.slice(span.start, span.end));
}
