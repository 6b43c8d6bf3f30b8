import type { Page } from "./page.ts";

/** One way to print a page. */
export interface Format {
  readonly name: string;
  readonly load: () => Promise<Print>;
}

/** Prints a page: as text, or as the bytes of a file whose usual ending is the name of the format. */
export type Print = (page: Page) => string | Uint8Array | Promise<string | Uint8Array>;

/** The formats of a page, the usual one first; only the one that is asked for is loaded. */
export const FORMATS: readonly Format[] = [
  { name: "markdown", load: async () => (await import("./markdown.ts")).printMarkdown },
];
