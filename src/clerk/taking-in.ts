import type { Listener } from "../ask.ts";
import type { Question } from "../command.ts";
import { type TakenDocument, takeDocument } from "../import/document.ts";
import { importerFor } from "../import/importers.ts";
import { isDay } from "../model/day.ts";
import { Refusal } from "../refusal.ts";
import { clearProgress, showProgress } from "../report/progress.ts";
import { readDocument } from "../workspace/document.ts";
import { type Destination, isDated } from "./importing.ts";

/** Takes in each document; why one can't be taken in goes to `failed`, and the others go on. Null once somebody stops. */
export async function takeAll(
  paths: readonly string[],
  { board, listener }: Destination,
  question: Question,
  failed: Map<string, string>,
): Promise<TakenDocument[] | null> {
  const { world, options } = question;
  const taken: TakenDocument[] = [];
  for (const [index, path] of paths.entries()) {
    if (paths.length > 1) showProgress(world.stderr, `Reading ${index + 1} of ${paths.length}: ${path}`);
    try {
      const bytes = readDocument(world, path);
      const imported = await (await importerFor(path, bytes).load())(bytes);
      const date = typeof options.date === "string" ? options.date : null;
      const first = await takeDocument(path, imported, board, date);
      if (isDated(first) || listener === null) taken.push(first);
      else {
        clearProgress(world.stderr);
        const asked = await askDate(path, listener);
        if (asked === null) return null;
        taken.push(asked === "" ? first : await takeDocument(path, imported, board, asked));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed.set(
        path,
        error.message.includes(`\`${path}\``) ? error.message : `\`${path}\`: ${error.message}`,
      );
    }
  }
  clearProgress(world.stderr);
  return taken;
}

/** The day of a meeting whose note does not say it; empty where it is left open, null once somebody stops. */
function askDate(path: string, listener: Listener): Promise<string | null> {
  return listener.askWords(`On which day was the meeting of ${path}?`, {
    placeholder: "such as 2020-01-21; Enter leaves it open",
    judge: (typed) => (typed === "" || isDay(typed) ? null : "Write the day as 2020-01-21."),
  });
}
