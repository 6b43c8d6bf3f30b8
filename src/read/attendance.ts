import { type Plain, plainText, spanIn, squash } from "../markdown/plain-text.ts";
import { type Board, findOrganisation, findPerson } from "../model/board.ts";
import type { Attendee } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import { indexOfName, type Names } from "./owners.ts";
import type { Passage } from "./passage.ts";

/** Reads one entry of an attendance list: a body, a person, or a person and a body, as the trade writes them. */
export function readAttendee(written: string, span: Span, board: Board): Attendee {
  const as = squash(written).replace(/[,;]$/, "");
  const { outside, brackets } = takeBrackets(as);
  const body = findOrganisation(board, as) ?? findOrganisation(board, outside);
  if (body !== null) return { organisation: body.id, name: null, as, span };
  if (brackets !== null && isAbbreviationOf(brackets, outside)) {
    return { organisation: findOrganisation(board, brackets)?.id ?? as, name: null, as, span };
  }
  const parts = /^(.+?)(?:,\s+|\s+[-\u2013\u2014]\s+)(.+)$/.exec(outside);
  if (parts !== null && isPersonName(parts[1]!, board)) {
    const organisation = isRemark(parts[2]!) ? null : (findOrganisation(board, parts[2]!)?.id ?? parts[2]!);
    return { organisation, name: parts[1]!, as, span };
  }
  if (isPersonName(outside, board) && (brackets !== null || isCertainlyPerson(outside, board))) {
    const stated = brackets === null || isRemark(brackets) ? null : brackets.split(/[;,]/)[0]!.trim();
    const known = findPerson(board, outside)?.organisation ?? null;
    return {
      organisation: stated === null ? known : (findOrganisation(board, stated)?.id ?? stated),
      name: outside,
      as,
      span,
    };
  }
  return { organisation: as, name: null, as, span };
}

/** Whether an entry says that this is who took the chair. */
export function isChair(attendee: Attendee): boolean {
  return /(?:[-\u2013\u2014(,;]\s*)chair(?:man|woman|person)?\s*(?:[),;]|$)/i.test(attendee.as);
}

/** The last brackets of an entry, and the entry without them. */
function takeBrackets(as: string): { outside: string; brackets: string | null } {
  const match = /^(.*?)\s*\(([^()]*)\)\s*(.*)$/.exec(as);
  if (match === null) return { outside: as, brackets: null };
  return { outside: squash(`${match[1]} ${match[3]}`), brackets: match[2]!.trim() };
}

/** `MOPAC` behind the words whose initials it holds, or any word in capitals behind something that is no person. */
function isAbbreviationOf(brackets: string, words: string): boolean {
  if (!/^[\p{Lu}][\p{L}\d&]{1,9}$/u.test(brackets) || (brackets.match(/\p{Lu}/gu)?.length ?? 0) < 2)
    return false;
  const initials = (words.match(/(?<![\p{L}'\u2019])\p{L}/gu) ?? []).join("").toLowerCase();
  return isSubsequence(brackets.toLowerCase().slice(0, 3), initials) || BODY_WORD.test(words);
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length;
}

const BODY_WORD =
  /\b(?:council|councils|borough|boroughs|office|service|services|ministry|department|board|trust|police|authority|university|association|group|team|agency|company|companies|committee|commission|commissioner|prison|hmp|probation|health|society|college|school|trusts|federation|network|partnership|forum|england|london|mayor|court|courts|visitors|charity|limited|ltd)\b/i;

const HONORIFIC =
  /^(?:dr|prof|professor|sir|dame|lord|lady|baroness|cllr|councillor|mr|mrs|ms|miss|rev)\.?\s/i;

function isPersonName(words: string, board: Board): boolean {
  if (isCertainlyPerson(words, board)) return true;
  if (findOrganisation(board, words) !== null || BODY_WORD.test(words)) return false;
  return /^\p{Lu}[\p{L}'\u2019.-]*(?:\s+(?:\p{Lu}[\p{L}'\u2019.-]*|de|van|von|der|bin|al|la)){1,3}$/u.test(
    words,
  );
}

function isCertainlyPerson(words: string, board: Board): boolean {
  return HONORIFIC.test(words) || findPerson(board, words) !== null;
}

/** What brackets or a dash say of a person that is no body: a part played, a deputy, a stretch of the meeting. */
function isRemark(words: string): boolean {
  return (
    /^\p{Ll}/u.test(words) ||
    /^(?:(?:vice|deputy|co)?[- ]?chair(?:man|woman|person)?|secretary|secretariat|clerk|minutes?|notes?|observer|for|via|by|items?|from|until|part|online|remotely|apologies)\b/i.test(
      words,
    )
  );
}

/** An attendance list as a note writes it, and where names run together in it. */
export interface AttendanceReading {
  readonly listed: readonly Attendee[];
  /** Those of whom a sentence says that they "were also in attendance". */
  readonly also: readonly Attendee[];
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
  let runOn: Span | null = null;
  for (const [index, passage] of passages.entries()) {
    const lines =
      passage.kind === "row"
        ? [passage.cells.flatMap((cell) => cell.lines)]
        : passage.lines.map((line) => [line]);
    for (const line of lines) {
      const plain = plainText(text, line);
      const words = plain.text.trim();
      if (words === "" || (passage.kind === "row" && passage.isHeader)) continue;
      const others = /^(.+?)\s+(?:was|were)\s+(?:also\s+)?(?:in\s+attendance|present)\.?$/i.exec(words);
      if (others !== null) {
        also.push(readAttendee(others[1]!, spanIn(plain, 0, plain.text.length), board));
        continue;
      }
      if (isSentence(words)) return { listed, also, runOn, rest: passages.slice(index) };
      const isOneOfMany = passages.length > 1 || passage.lines.length > 1;
      const pieces =
        isRunOn && !/[,;:()]/.test(words) ? splitByRegister(plain, names) : splitList(plain, isOneOfMany);
      const isLong = words.split(/\s+/).length > LONGEST_NAME;
      if (isRunOn && !/[,;:()]/.test(words) && (isLong || pieces.length > 1)) {
        runOn ??= spanIn(plain, 0, plain.text.length);
      }
      for (const [from, to] of pieces) {
        const written = plain.text.slice(from, to).replace(/\n/g, ", ");
        if (written.trim() !== "") listed.push(readAttendee(written, spanIn(plain, from, to), board));
      }
    }
  }
  return { listed, also, runOn, rest: [] };
}

function isSentence(words: string): boolean {
  return (
    /[.!?]$/.test(words) &&
    /\s(?:was|were|is|are|had|has|have|will|would|gave|given|noted|welcomed|sent|received|agreed|been|opened|apologised|confirmed)\s/i.test(
      words,
    )
  );
}

/** The stretches of a line that hold one name each. */
function splitList(plain: Plain, isOneOfMany: boolean): [number, number][] {
  const words = plain.text;
  const hasBrackets = /\)\s*,\s*\p{Lu}/u.test(words);
  const commas = isOneOfMany && !hasBrackets ? 0 : (words.match(/,(?![^()]*\))/g)?.length ?? 0);
  let separator: RegExp | null = null;
  if (/;(?![^()]*\))/.test(words)) separator = /\s*;\s*(?![^()]*\))(?:and\s+)?/g;
  else if (hasBrackets) separator = /(?<=\))\s*,?\s+(?:and\s+)?(?=\p{Lu})|,\s*(?![^()]*\))(?:and\s+)?/gu;
  else if (commas >= 2) separator = /,\s*(?![^()]*\))(?:and\s+)?|\s+and\s+/g;
  if (separator === null) return [[0, words.length]];
  const pieces: [number, number][] = [];
  let from = 0;
  for (const match of words.matchAll(separator)) {
    pieces.push([from, match.index]);
    from = match.index + match[0].length;
  }
  return [...pieces, [from, words.replace(/[.\s]+$/, "").length]];
}

/** The names of the register in a line, the longest first where they overlap, in reading order. */
function namesIn(words: string, names: Names): [number, number][] {
  const found: [number, number][] = [];
  let masked = words;
  for (const [name] of names.register) {
    for (let at = indexOfName(masked, name); at >= 0; at = indexOfName(masked, name)) {
      found.push([at, at + name.length]);
      masked = masked.slice(0, at) + "\u0000".repeat(name.length) + masked.slice(at + name.length);
    }
  }
  return found.sort(([a], [b]) => a - b);
}

/** Cuts a line where the register knows a name; what is left between is kept as written. */
function splitByRegister(plain: Plain, names: Names): [number, number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  for (const [start, end] of namesIn(plain.text, names)) {
    pieces.push([from, start], [start, end]);
    from = end;
  }
  pieces.push([from, plain.text.length]);
  return pieces.filter(([start, end]) => plain.text.slice(start, end).trim() !== "");
}
