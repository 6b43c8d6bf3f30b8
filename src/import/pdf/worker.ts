import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../refusal.ts";
import { readPdf } from "./read-pdf.ts";
import type { Answer } from "./watched.ts";

/** Reads the PDF that it was started with, and answers once. */
async function answer(): Promise<Answer> {
  try {
    return { imported: await readPdf(workerData as Uint8Array) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

// pdf.js lets some of its promises fail unheard in broken files; what comes of the reading is told by the reading.
process.on("unhandledRejection", () => {});
void answer().then(
  (found) => parentPort!.postMessage(found),
  (fault: unknown) => {
    // Outside of a promise, so that whoever started the thread hears of it.
    setImmediate(() => {
      throw fault;
    });
  },
);
