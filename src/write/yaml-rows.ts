import type { Note } from "../model/meeting.ts";
import { Refusal } from "../refusal.ts";
import type { Edit } from "../source/diagnostic.ts";
import { entryOf, isEmptyScalar } from "../source/yaml-node.ts";
import { insert, lineEndOf } from "./edit.ts";
import { type RowWords, writeYamlFlowRow, writeYamlRow } from "./rows.ts";
import { endOfLine, startOfLine } from "./tables.ts";

/** The edits that add rows to the `progress` of a note in YAML. Throws a Refusal where that is a text. */
export function yamlRowEdits({ frontMatter, path }: Note, rows: readonly RowWords[], text: string): Edit[] {
  const progress = entryOf(frontMatter, "progress");
  const end = lineEndOf(text);
  const block = (indent: string) =>
    rows
      .flatMap(writeYamlRow)
      .map((line) => `${end}${indent}${line}`)
      .join("");
  if (progress === null) return [insert(text.trimEnd().length, `${end}progress:${block("  ")}`)];
  if (progress.kind === "list" && text[progress.span.start] === "[") {
    const flow = rows.map(writeYamlFlowRow).join(", ");
    return [insert(progress.span.end - 1, progress.items.length === 0 ? flow : `, ${flow}`)];
  }
  if (progress.kind === "list") {
    const first = progress.span.start;
    const indent = /^ */.exec(text.slice(startOfLine(text, first)))![0];
    // The last row may end in a block of text, and that with the line it stands on.
    const last = text.slice(0, progress.span.end).trimEnd().length;
    return [insert(endOfLine(text, last), block(indent))];
  }
  if (isEmptyScalar(progress))
    return [
      { span: { start: progress.span.start, end: endOfLine(text, progress.span.end) }, text: block("  ") },
    ];
  throw new Refusal(
    `\`progress\` of \`${path}\` is one sentence for all. Make it a list, and its rows can be added.`,
  );
}
