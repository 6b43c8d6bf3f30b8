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

void answer().then((found) => parentPort!.postMessage(found));
