/** A strange document as one text, and where in the document each line of the text came from. Importers make it. */
export interface Imported {
  /**
   * Markdown with the document's own headings, paragraphs, lists and tables, in its order. Lines end in LF. Of HTML it
   * has only `<br>`, between the lines of a cell of a table.
   */
  readonly text: string;
  /** What lines are counted in, for the report: those of a text file, or the paragraphs of a Word file. */
  readonly countedIn: "line" | "paragraph";
  /** For each line of the text, by its index from 0; null for one that the importer added. */
  readonly origins: readonly (Origin | null)[];
  /** What stands on page after page and is no part of the note: running heads, page numbers. */
  readonly dropped: readonly Dropped[];
  /** What whoever imports it must know: hidden text, tracked changes, comments, pictures. Whole sentences. */
  readonly remarks: readonly string[];
}

/** A place in a document. */
export interface Origin {
  /** From 1; null where the document has no pages. */
  readonly page: number | null;
  /** From 1: on its page, else in the document. */
  readonly line: number;
}

/** A line that was left out. */
export interface Dropped extends Origin {
  readonly text: string;
}

/** Takes the bytes of a document apart; throws a Refusal where they are not such a document. */
export type Import = (bytes: Uint8Array) => Promise<Imported>;

/** One kind of document that can be imported. */
export interface Importer {
  readonly name: string;
  /** The endings of its files, in small letters, without the full stop. */
  readonly endings: readonly string[];
  readonly load: () => Promise<Import>;
}
