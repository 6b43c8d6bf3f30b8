import { squash } from "../markdown/plain-text.ts";
import { type Board, findOrganisation, findPerson } from "../model/board.ts";
import type { Attendee } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";

/** Reads one entry of an attendance list: a body, a person, or a person and a body, as the trade writes them. */
export function readAttendee(written: string, span: Span, board: Board): Attendee {
  const as = squash(written).replace(/[,;]$/, "");
  const listed = findOrganisation(board, as);
  if (listed !== null) return { organisation: listed.id, name: null, as, span };
  const { outside, brackets } = takeBrackets(as);
  const body = findOrganisation(board, outside);
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
  return /(?:[-\u2013\u2014(,;]\s*)(?:in the )?chair(?:man|woman|person)?\s*(?:[),;]|$)/i.test(attendee.as);
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
