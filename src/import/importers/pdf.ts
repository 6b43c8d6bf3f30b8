import type { Imported } from "../imported.ts";
import { readPdf } from "../pdf/read-pdf.ts";

/** Reads a PDF: its tags, else the lines that it draws, else where its words stand. */
export async function importPdf(bytes: Uint8Array): Promise<Imported> {
  return readPdf(bytes);
}
