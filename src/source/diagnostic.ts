import type { Span } from "./source-file.ts";

/** How much a finding weighs: only an error makes `rrb check` fail. */
export type Severity = "error" | "warning" | "information";

/** One change of a text: what stands at `span` gives way to `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Another place that has to do with a finding, in the file at `path`. */
export interface RelatedPlace {
  readonly path: string;
  readonly span: Span;
  /** What is there, as a sentence that goes on with "at" and the place: `It was last seen`. */
  readonly message: string;
  /** The words that stand there, where they help to tell what is meant. */
  readonly quote?: string;
}

/**
 * What is found wrong at one place of one file: the problem, then what to write instead.
 * Text to type stands in backticks. A finding knows neither its rule, its grade nor its file; the engine stamps those.
 */
export interface Finding {
  readonly span: Span;
  /** What is wrong here: one short sentence, shown at the carets. */
  readonly message: string;
  /** What to write instead: one short sentence. */
  readonly advice: string;
  readonly related?: readonly RelatedPlace[];
  /** The change, or the changes that belong together, by which it is mended without a judgement. */
  readonly fix?: Edit | readonly Edit[];
}

/** The changes that mend a finding, in any order; none where it takes a judgement. */
export function fixOf({ fix = [] }: Pick<Finding, "fix">): readonly Edit[] {
  return "span" in fix ? [fix] : fix;
}

/** A finding as it is reported: stamped with its rule, its grade and the file's path. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
}
