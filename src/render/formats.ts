import type { Print } from "./print.ts";

/** One way to print a page. */
export interface Format {
  readonly name: string;
  readonly load: () => Promise<Print>;
}

/** The formats of a page, the usual one first; only the one that is asked for is loaded. */
export const FORMATS: readonly Format[] = [
  { name: "markdown", load: async () => (await import("./markdown.ts")).printMarkdown },
  { name: "html", load: async () => (await import("./html.ts")).printHtml },
  { name: "docx", load: async () => (await import("./docx.ts")).printWord },
  { name: "pdf", load: async () => (await import("./pdf.ts")).printPdf },
];
