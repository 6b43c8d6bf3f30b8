import { readFileSync } from "node:fs";
import { type TakenDocument, takeDocument } from "../../src/import/document.ts";
import type { Imported } from "../../src/import/imported.ts";
import { importerFor } from "../../src/import/importers.ts";
import { BARE_BOARD, type Board } from "../../src/model/board.ts";
import { wordsOf } from "../../src/model/wording.ts";
import { coverOf } from "../../src/source/many.ts";
import { lineStartsOf, lineText } from "../../src/source/source-file.ts";

/** A text as an importer hands it on that had nothing to do. */
function importedText(text: string): Imported {
  const origins = text.split("\n").map((_, index) => ({ page: null, line: index + 1 }));
  return { text, countedIn: "line", origins, dropped: [], remarks: [] };
}

/** Takes in a note that is Markdown already. */
export function takeText(text: string, path = "note.md", board: Board = BARE_BOARD): Promise<TakenDocument> {
  return takeDocument(path, importedText(text), board);
}

/**
 * The words of a document that neither its meeting file has nor the report lists; none where nothing is lost. Of a line
 * that front matter or a heading says in its own way, those that only label something may go.
 */
export function wordsLost({ document, file, dropped }: TakenDocument): string[] {
  const { source, note } = document;
  const { present, inAttendance, apologies, absent } = note.meeting;
  const lists = [present, inAttendance, apologies, absent].flat();
  const isRewritten = coverOf([...file.ownForm.rewritten, ...lists.map(({ span }) => span)]);
  const kept = new Map<string, number>();
  const all = [file.text, ...dropped.map(({ text }) => text)];
  for (const word of all.flatMap(plainWords)) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lines = lineStartsOf(source).map((start, index) => {
    const line = lineText(source, index + 1);
    return { line, mayLabel: Array.from(line).some((_, at) => isRewritten(start + at)) };
  });
  // What has to be there is looked for first.
  return lines
    .toSorted((a, b) => Number(a.mayLabel) - Number(b.mayLabel))
    .flatMap(({ line, mayLabel }) =>
      plainWords(line).filter((word) => {
        const left = kept.get(word) ?? 0;
        kept.set(word, left - 1);
        return left <= 0 && !(mayLabel && LABEL.test(word));
      }),
    );
}

function plainWords(text: string): string[] {
  const bare = text.replace(/<[^<>!]*>|\\(?=[!-/:-@[-`{-~])/g, "");
  return wordsOf(bare).map((word) => word.replace(/^'+|'+$/g, ""));
}

/** Words that front matter says in its own: days, times and the names of its keys. */
const LABEL =
  /^(?:\d+(?:st|nd|rd|th|am|pm)?|date|time|place|venue|location|held|on|at|am|pm|to|until|the|of|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|present|apologies|absent|attendance|attendees|confirmed|organisations|members|panel|chair|also|in|and|was|were|for|absence|meeting|other|secretariat|officials|guests|presenters|items?|notes?|minutes)$/;

/** Takes in a document from the disk by the importer that its name asks for. */
export async function takeFile(path: string, board: Board = BARE_BOARD): Promise<TakenDocument> {
  const bytes = readFileSync(path);
  return takeDocument(path, await (await importerFor(path, bytes).load())(bytes), board);
}
