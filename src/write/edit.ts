import type { Edit } from "../source/diagnostic.ts";

/** Makes some changes to a text and leaves every other character as it is. Edits must not overlap; order is free. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: written } of inOrder) {
    if (span.start < at) throw new Error(`two edits overlap at offset ${span.start}`);
    pieces.push(text.slice(at, span.start), written);
    at = span.end;
  }
  return pieces.join("") + text.slice(at);
}

/** How a text ends its lines: as its first line does, with LF where it has but one line. */
export function lineEndOf(text: string): "\r\n" | "\n" {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}

/** Puts a text in at an offset. */
export function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
