import { placeOf, type SourceFile, type Span } from "../source/source-file.ts";

/** A place as editors and terminals open it: `meetings/2020-01-21.md:14:1`, line and column from 1. */
export function writePlace(source: SourceFile, span: Span): string {
  const { line, column } = placeOf(source, span.start);
  return `${source.path}:${line}:${column}`;
}
