import { plainText } from "../markdown/plain-text.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { Prose } from "./prose.ts";

/** A line that was meant for the heading of an item, and to a reader of Markdown is none. */
export interface UnmadeHeading {
  readonly span: Span;
  readonly number: number;
  readonly title: string;
  /** What is wrong with it: one short sentence. */
  readonly message: string;
  readonly fix: Edit;
}

const MARKS: ReadonlySet<string> = new Set(["*", "_", "#"]);
const AT_ALL = /^ {0,3}(?:(?:\*\*|__)\d|#{2,6}\d)/m;
const WITHOUT_SPACE = /^#{2,6}(?=\d)/;
const IN_BOLD = /^(\*\*|__)(?:(?!\1).)+\1$/;
const NUMBERED = /^#*\s*(\d{1,3})[.):]\s*(\S.*)$/;

/** The lines of a note that are numbered as items are, in bold in place of a heading or without a space behind `##`. */
export function findUnmadeHeadings({ blocks, indicesOf, text }: Prose): readonly UnmadeHeading[] {
  // The first sign tells of nearly every paragraph that it is none.
  const marked = indicesOf("paragraph").filter((index) => MARKS.has(text[blocks[index]!.lines[0]!.start]!));
  if (marked.length === 0 || !AT_ALL.test(text)) return [];
  return marked.flatMap((index) => {
    const { lines } = blocks[index]!;
    const line = lines[0]!;
    const written = text.slice(line.start, line.end).trim();
    const lacksSpace = WITHOUT_SPACE.test(written);
    if (!lacksSpace && !(lines.length === 1 && IN_BOLD.test(written))) return [];
    const numbered = NUMBERED.exec(plainText(text, [line]).text.trim());
    if (numbered === null || /[.;,]$/.test(numbered[2]!)) return [];
    const [number, title] = [Number(numbered[1]), numbered[2]!];
    const start = line.start + text.slice(line.start, line.end).indexOf(written);
    const span = { start, end: start + written.length };
    return [
      {
        span,
        number,
        title,
        message: lacksSpace
          ? "This is no heading: a space is missing behind the `#`."
          : "This is in bold, which makes it no heading.",
        fix: { span, text: `## ${number}. ${title}` },
      },
    ];
  });
}
