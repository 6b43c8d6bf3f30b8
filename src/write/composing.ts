import type { Edit } from "../source/diagnostic.ts";

/** Writes a stretch of a text with the edits that lie in it. */
export type Composer = (from: number, to: number) => string;

/**
 * A composer that makes some edits to a text; an edit within another one gives way to it. Lines lose as many spaces at
 * their start as `indents` say, by the offset at which they begin.
 */
export function composer(
  text: string,
  edits: readonly Edit[],
  indents: ReadonlyMap<number, number> = new Map(),
): Composer {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || order(a) - order(b));
  return (from, to) => {
    const pieces: string[] = [];
    let at = from;
    const keep = (end: number) => {
      while (at < end) {
        const lineEnd = text.indexOf("\n", at);
        const next = lineEnd < 0 ? end : Math.min(lineEnd + 1, end);
        const line = text.slice(at, next);
        pieces.push(line.slice(Math.min(indents.get(at) ?? 0, /^ */.exec(line)![0].length)));
        at = next;
      }
    };
    for (const { span, text: written } of inOrder) {
      if (span.start < at || span.end > to || (span.start === to && to > from)) continue;
      keep(span.start);
      pieces.push(written);
      at = span.end;
    }
    keep(to);
    return pieces.join("");
  };
}

/** What is put in goes before what is changed; of what is changed, the longest counts. */
function order({ span: { start, end } }: Edit): number {
  return start === end ? Number.NEGATIVE_INFINITY : -end;
}
