import type { Note } from "../../model/meeting.ts";
import { checkBoardKeys, checkMeetingKeys } from "../../schema/schema.ts";
import { nearest } from "../../source/nearest.ts";
import { entryOf, type YamlNode } from "../../source/yaml-node.ts";
import { quoted, START } from "../place.ts";
import { ANY_STATE, type Context, type FileFinding, type Rule, type RuleFinding } from "../rule.ts";

export const frontMatterIsValid: Rule = {
  id: "front-matter-is-valid",
  severity: "error",
  conserves: false,
  on: ANY_STATE,
  summary:
    "A note begins with front matter; it, a YAML note and `board.yaml` hold known keys with values of their kind.",
  why: "A misspelt key says nothing at all: `apologys: [NHS]` loses the apology without a word. So every key is known, and what can't be read fails loudly.",
  source: "Backlog.md lost 32 files behind a warning",
  good: {
    files: {
      "board.yaml": `name: Example Board
rules:
  action-has-owner: error
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
apologies: [NHS]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  bad: {
    files: {
      "board.yaml": `name: Example Board
rules:
  [|action-has-owners|]: error
`,
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
[|apologys|]: [NHS]
---

## 1. Performance

The figures were shown.
`,
    },
  },
  *check(note, context) {
    const { frontMatter } = note;
    if (frontMatter !== null && isOfAnother(frontMatter)) yield foreign(note, frontMatter);
    else if (frontMatter !== null) yield* checkMeetingKeys(frontMatter, context.text);
    else if (!hasFault(note)) yield missing(note);
  },
  *checkFiles(context) {
    const { boardFile } = context;
    if (boardFile === null || boardFile.node === null) return;
    const faults = checkBoardKeys(boardFile.node, context.text(boardFile.path));
    for (const fault of faults) yield { ...fault, path: boardFile.path };
    yield* unknownRules(context);
  },
};

function hasFault(note: Note): boolean {
  return note.faults.some(({ rule }) => rule === frontMatterIsValid.id);
}

/** Whether front matter is that of whatever published the note: none of its keys is a note's, or nearly. */
function isOfAnother(node: YamlNode): boolean {
  const known = ["date", "state", "present", "apologies", "absent", "next-meeting", "chair", "time", "place"];
  return (
    node.kind === "map" &&
    node.entries.length > 0 &&
    !node.entries.some(({ key }) => nearest(key.value, known) !== null)
  );
}

function foreign({ meeting }: Note, node: YamlNode): RuleFinding {
  return {
    span: node.kind === "map" ? node.entries[0]!.key.span : START,
    message: "This front matter says nothing of a meeting; another program put it here.",
    advice: `Write \`date: ${meeting.id.slice(0, 10)}\` and the other keys of a note in its place.`,
  };
}

function missing({ meeting }: Note): RuleFinding {
  return {
    span: START,
    message: "This note has no front matter.",
    advice: `Begin it with a line \`---\`, then \`date: ${meeting.id.slice(0, 10)}\` and the other keys, then \`---\` again.`,
  };
}

/** Settings for rules that do not exist, or that no board may change. */
function* unknownRules({ boardFile, rules }: Context): Iterable<FileFinding> {
  const settings = entryOf(boardFile?.node, "rules");
  if (boardFile === null || settings?.kind !== "map") return;
  for (const { key } of settings.entries) {
    const rule = rules.find(({ id }) => id === key.value);
    const place = { path: boardFile.path, span: key.span };
    if (rule === undefined) {
      const near = nearest(
        key.value,
        rules.map(({ id }) => id),
      );
      const advice = near === null ? "`rrb explain` lists them all." : `Did you mean \`${near}\`?`;
      yield { ...place, message: `There is no rule ${quoted(key.value)}.`, advice };
    } else if (rule.conserves) {
      const message = `\`${rule.id}\` guards the ledger, so no board can change or silence it.`;
      yield { ...place, message, advice: "Delete this line." };
    }
  }
}
