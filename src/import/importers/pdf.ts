import type { Imported } from "../imported.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import { readWatched } from "../pdf/watched.ts";

/**
 * A minute and three quarters of a gigabyte are some fifty times what the longest note needs. At a whole gigabyte in one
 * list Node would end, and not the thread alone.
 */
const BOUNDS = { time: 60_000, memory: 0.75 * 2 ** 30 };

/** Reads a PDF: its tags, else the lines that it draws, else where its words stand. */
export async function importPdf(bytes: Uint8Array): Promise<Imported> {
  const thread = new URL("./pdf-worker.js", import.meta.url);
  // A thread needs a file that Node can run, which only a build has.
  if (import.meta.url.endsWith(".ts")) return readPdf(bytes);
  return readWatched(bytes, thread, BOUNDS);
}
