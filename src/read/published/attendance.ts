import { type Plain, plainText, spanIn } from "../../markdown/plain-text.ts";
import type { Board } from "../../model/board.ts";
import type { Attendee } from "../../model/meeting.ts";
import { append } from "../../source/many.ts";
import type { Span } from "../../source/source-file.ts";
import { readAttendee } from "../attendee.ts";
import type { Names } from "../names.ts";
import type { Passage } from "../passage.ts";
import { namesIn, splitByRegister, splitList } from "./name-list.ts";
import { endsBefore, endsList, isSentence } from "./names-end.ts";

/** An attendance list as a note writes it, and where names run together in it. */
export interface AttendanceReading {
  readonly listed: readonly Attendee[];
  /** Those of whom a sentence says that they "were also in attendance". */
  readonly also: readonly Attendee[];
  /** Those of whom a sentence says that their apologies were received. */
  readonly sentWord: readonly Attendee[];
  readonly runOn: Span | null;
  /** What stands behind the list: the first sentence ends it. */
  readonly rest: readonly Passage[];
}

/** How many words without a comma are more than one name. */
const LONGEST_NAME = 10;

/** Whether some line of these passages runs names together with nothing between them. */
export function runsOn(text: string, passages: readonly Passage[], names: Names): boolean {
  return passages.some((passage) =>
    passage.lines.some((line) => {
      const plain = plainText(text, [line]).text.trim();
      if (isSentence(plain) || /[,;:()\u2013\u2014\t]|\s-\s/.test(plain)) return false;
      return plain.split(/\s+/).length > LONGEST_NAME || namesIn(plain, names).length > 1;
    }),
  );
}

/** Reads the names under `Present:` and its like: one a line, parted by commas, in a table, or run together. */
export function readAttendance(
  text: string,
  passages: readonly Passage[],
  names: Names,
  board: Board,
  isRunOn: boolean,
): AttendanceReading {
  const listed: Attendee[] = [];
  const also: Attendee[] = [];
  const sentWord: Attendee[] = [];
  let runOn: Span | null = null;
  for (const [index, passage] of passages.entries()) {
    if (endsBefore(text, passages, index, listed.length > 0))
      return { listed, also, sentWord, runOn, rest: passages.slice(index) };
    const lines =
      passage.kind === "row"
        ? [passage.cells.flatMap((cell) => cell.lines)]
        : passage.lines.map((line) => [line]);
    for (const line of lines) {
      const plain = plainText(text, line);
      const words = plain.text.trim();
      if (words === "" || (passage.kind === "row" && passage.isHeader)) continue;
      const others = readOthersThere(plain, words, board);
      const absent = others === null ? readSentWord(plain, words, board) : null;
      if (others !== null) also.push(others);
      else if (absent !== null) append(sentWord, absent);
      else if (endsList(words)) return { listed, also, sentWord, runOn, rest: passages.slice(index) };
      else {
        const mayRunOn = isRunOn && !/[,;:()]/.test(words);
        const pieces = mayRunOn
          ? splitByRegister(plain, names)
          : splitList(plain, hasOtherNames(text, passages, passage), board);
        const isLong = words.split(/\s+/).length > LONGEST_NAME;
        if (mayRunOn && (isLong || pieces.length > 1)) runOn ??= spanIn(plain, 0, plain.text.length);
        append(listed, readPieces(plain, pieces, board));
      }
    }
  }
  return { listed, also, sentWord, runOn, rest: [] };
}

function readPieces(plain: Plain, pieces: readonly [number, number][], board: Board): Attendee[] {
  return pieces.flatMap(([from, to]) => {
    const written = plain.text
      .slice(from, to)
      .replace(/\n/g, ", ")
      .replace(/^[\s\u2013\u2014-]+/, "");
    return written === "" ? [] : [readAttendee(written, spanIn(plain, from, to), board)];
  });
}

/** Those of whom a line says that they were there too, whatever list it stands in; null where it says so of nobody. */
function readOthersThere(plain: Plain, words: string, board: Board): Attendee | null {
  const others = /^(.+?)\s+(?:was|were)\s+(?:also\s+)?(?:in\s+attendance|present)\.?$/i.exec(words)?.[1];
  const officer = OFFICER.exec(words)?.groups;
  const written = others ?? (officer === undefined ? null : `${officer.name} (${officer.office})`);
  return written === null ? null : readAttendee(written, spanIn(plain, 0, plain.text.length), board);
}

/** `Clerk: M Hale` stands below the names of others, and is there for the board whatever list is above. */
const OFFICER =
  /^(?<office>clerk(?:\s+to\s+[^:]{2,40})?|secretary|minutes?|minute[\s-]taker|note[\s-]taker)\s*:\s*(?<name>\p{Lu}[^:;,()]{1,60})$/iu;

/** In UTF-16 code units; no sentence about apologies is longer. */
const LONGEST_SENTENCE = 1000;
/** `Apologies were received and accepted from Ann Other and Bo Lee.`, `Accepted for Ann Other.` */
const SENT_WORD =
  /^(?:apolog(?:y|ies)\b[^.:]{0,60}?\bfrom|(?:accepted|received|noted)\s+(?:for|from)):?\s+(?<names>(?:[^.]|\.(?=\s*\S))+?)(?:,?\s+(?:and|which)\s+(?:were|was|these)\b.*)?\.?$/i;

/** Those of whom a sentence says that they sent word; null where it says so of nobody. */
function readSentWord(plain: Plain, sentence: string, board: Board): Attendee[] | null {
  const names = sentence.length > LONGEST_SENTENCE ? undefined : SENT_WORD.exec(sentence)?.groups?.names;
  if (names === undefined) return null;
  const start = plain.text.indexOf(names);
  const within = { ...plain, text: plain.text.slice(0, start + names.length) };
  const words = names.split(/(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+)(?![^()]{0,200}\))/);
  let at = start;
  return words.filter(Boolean).map((name) => {
    at = within.text.indexOf(name, at);
    return readAttendee(name.trim(), spanIn(plain, at, at + name.length), board);
  });
}

/** Whether other lines of a list hold names too: then a comma parts a name from what is said of it. */
function hasOtherNames(text: string, passages: readonly Passage[], passage: Passage): boolean {
  if (passage.lines.length > 1 || passage !== passages[0]) return true;
  const next = passages[1];
  return next !== undefined && !endsList(plainText(text, next.lines).text.trim());
}
