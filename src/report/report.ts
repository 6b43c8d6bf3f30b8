import type { Diagnostic, Severity } from "../source/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Paint } from "./colour.ts";

/** What the manual of a rule says. */
export interface Manual {
  readonly id: string;
  readonly severity: Severity;
  /** What holds: one sentence. */
  readonly summary: string;
  readonly why: string;
  /** Whether it is asked only where a board asks for it. */
  readonly isOff?: true;
  /** All of it, in Markdown without a heading. */
  readonly markdown: string;
}

/** What a check has found, and what is needed to print it. */
export interface Report {
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many notes were checked. */
  readonly notes: number;
  /** The text of a file; null where it could not be read. */
  readonly source: (path: string) => SourceFile | null;
  readonly paint: Paint;
  /** The width of the terminal; undefined where the output is piped. */
  readonly columns: number | undefined;
  /** Whether nothing is to be said where nothing was found. */
  readonly quiet: boolean;
}

/** A report with all that a format for other programs may tell. */
export interface FullReport extends Report {
  /** The files that were checked, by their paths: notes, `board.yaml`, and those that can't be read. */
  readonly files: readonly string[];
  /** Every rule there is. */
  readonly manuals: () => readonly Manual[];
}
