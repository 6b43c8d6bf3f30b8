import type { Note } from "../model/meeting.ts";
import type { Located, Span } from "../source/source-file.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import { isYaml } from "./place.ts";
import type { Prose } from "./prose.ts";

/** A comment that silences findings: `<!-- rrb-ignore RULE: REASON -->`, or `# rrb-ignore RULE: REASON` in YAML. */
export interface Ignore {
  /** The rules that it names, known or not. */
  readonly rules: readonly Located<string>[];
  readonly reason: string | null;
  /** The whole comment. */
  readonly span: Span;
}

const IN_MARKDOWN = /<!--[ \t]*rrb-ignore\b([^\r\n]*?)-->/gi;
const IN_YAML = /(?<![^ \t\r\n])#[ \t]*rrb-ignore\b([^\r\n]*)/gi;

/** The ignores of a note, in reading order; code and the texts of YAML hold none but their own kind. */
export function findIgnores(note: Note, { text, blocks }: Prose): Ignore[] {
  if (!/rrb-ignore/i.test(text)) return [];
  const yamlEnd = isYaml(note) ? text.length : endOfFrontMatter(note, text);
  const scalars = note.frontMatter === null ? [] : scalarsOf(note.frontMatter);
  const isIn = (spans: readonly Span[], at: number) =>
    spans.some(({ start, end }) => start <= at && at < end);
  const code = blocks.filter(({ kind }) => kind === "code");
  const inYaml = [...text.matchAll(IN_YAML)].filter(({ index }) => index < yamlEnd && !isIn(scalars, index));
  const inMarkdown = [...text.matchAll(IN_MARKDOWN)].filter(({ index }) =>
    index < yamlEnd ? isIn(scalars, index) : !isIn(code, index),
  );
  return [...inYaml, ...inMarkdown].map(readIgnore).toSorted((a, b) => a.span.start - b.span.start);
}

function endOfFrontMatter({ frontMatter }: Note, text: string): number {
  if (frontMatter === null) return 0;
  const fence = text.indexOf("\n---", frontMatter.span.end - 1);
  return fence < 0 ? text.length : fence;
}

function scalarsOf(node: YamlNode): Span[] {
  if (node.kind === "scalar") return [node.span];
  if (node.kind === "list") return node.items.flatMap(scalarsOf);
  return node.entries.flatMap(({ value }) => scalarsOf(value));
}

function readIgnore(match: RegExpMatchArray): Ignore {
  const [whole, words] = match as [string, string];
  const index = match.index!;
  const from = index + whole.indexOf(words, whole.search(/rrb-ignore/i) + "rrb-ignore".length);
  const colon = words.indexOf(":");
  const named = colon < 0 ? words : words.slice(0, colon);
  const rules = [...named.matchAll(/[^\s,]+/g)].map((id) => {
    const start = from + id.index;
    return { value: id[0], span: { start, end: start + id[0].length } };
  });
  const reason = colon < 0 ? "" : words.slice(colon + 1).trim();
  return { rules, reason: reason || null, span: { start: index, end: index + whole.trimEnd().length } };
}
