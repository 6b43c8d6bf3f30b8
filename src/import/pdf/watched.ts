import { Worker } from "node:worker_threads";
import { Refusal } from "../../refusal.ts";
import type { Imported } from "../imported.ts";
import { brokenPdf } from "./sheet/broken.ts";

/** What the thread that reads a PDF says: what it has read, or why it will not. */
export type Answer = { readonly imported: Imported } | { readonly refusal: string };

/** How long a PDF may be read, in milliseconds, and how much memory it may take, in bytes. */
export interface Bounds {
  readonly time: number;
  readonly memory: number;
}

const LOOK_EVERY = 50;

/**
 * Reads a PDF in a thread of its own, which is stopped when it goes beyond its bounds: a small file can be made to
 * unpack for hours. Throws a Refusal then, and where the thread does.
 */
export function readWatched(bytes: Uint8Array, thread: URL, { time, memory }: Bounds): Promise<Imported> {
  const before = process.memoryUsage.rss();
  const worker = new Worker(thread, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 2 ** 20) },
  });
  return new Promise<Imported>((resolve, reject) => {
    let left = time;
    const watch = setInterval(() => {
      left -= LOOK_EVERY;
      if (left <= 0) reject(new Refusal(TOO_LONG));
      else if (process.memoryUsage.rss() - before > memory) reject(new Refusal(TOO_LARGE));
    }, LOOK_EVERY);
    worker.once("message", (answer: Answer) => {
      if ("imported" in answer) resolve(answer.imported);
      else reject(new Refusal(answer.refusal));
    });
    worker.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Refusal(TOO_LARGE) : error);
    });
    worker.once("exit", () => {
      clearInterval(watch);
      reject(brokenPdf());
    });
  }).finally(() => worker.terminate());
}

const TOO_LONG = "This PDF takes too long to read. Print it to a new PDF and import that.";
const TOO_LARGE = "This PDF unpacks to more than a note can be. Print it to a new PDF and import that.";
