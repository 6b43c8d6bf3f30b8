import type { SourceFile } from "../source/source-file.ts";
import type { Page } from "./page.ts";

/** Prints a page: as text, or as the bytes of a file whose usual ending is the name of the format. */
export type Print = (page: Page, means: Means) => string | Uint8Array | Promise<string | Uint8Array>;

/** A file of a board's own, and its path as the user knows it. */
export interface OwnFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a format may ask for while it prints. */
export interface Means {
  /** The file of the note, for a format that points into it. */
  readonly source: SourceFile;
  /** A template that is text, by the name of its file: the board's own, else the one that comes with rrb. */
  readonly template: (name: string) => SourceFile;
  /** A board's own template of whatever kind, such as a letterhead, by the name of its file; null where it has none. */
  readonly ownTemplate: (name: string) => OwnFile | null;
  /** The fonts that a board has of its own, for a format that takes its letters along. */
  readonly ownFonts: () => readonly OwnFile[];
  /** Tells whoever asked something beside the document; on stderr, on a line of its own. */
  readonly tell: (words: string) => void;
}
