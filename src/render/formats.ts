import type { SourceFile } from "../source/source-file.ts";
import type { Page } from "./page.ts";

/** One way to print a page. */
export interface Format {
  readonly name: string;
  readonly load: () => Promise<Print>;
}

/** Prints a page: as text, or as the bytes of a file whose usual ending is the name of the format. */
export type Print = (page: Page, means: Means) => string | Uint8Array | Promise<string | Uint8Array>;

/** What a format may ask for while it prints. */
export interface Means {
  /** The file of the note, for a format that points into it. */
  readonly source: SourceFile;
  /** A template by the name of its file: the board's own, else the one that comes with rrb. */
  readonly template: (name: string) => SourceFile;
  /** Tells whoever asked something beside the document; on stderr, on a line of its own. */
  readonly tell: (words: string) => void;
}

/** The formats of a page, the usual one first; only the one that is asked for is loaded. */
export const FORMATS: readonly Format[] = [
  { name: "markdown", load: async () => (await import("./markdown.ts")).printMarkdown },
];
