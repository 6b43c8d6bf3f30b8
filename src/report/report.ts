import type { Diagnostic } from "../source/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Paint } from "./colour.ts";
import type { Shown } from "./untrusted.ts";

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

/** One way to print a report; the whole of it at once. */
export type Reporter = (report: Report) => Shown;
