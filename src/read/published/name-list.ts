import type { Plain } from "../../markdown/plain-text.ts";
import { type Board, findOrganisation } from "../../model/board.ts";
import { indexOfName, type Names } from "../names.ts";

/** The stretches of a line that hold one name each; `isOneOfMany` where other lines of the list hold names too. */
export function splitList(plain: Plain, isOneOfMany: boolean, board: Board): [number, number][] {
  const words = plain.text;
  const hasBrackets = /\)\s*,\s*\p{Lu}/u.test(words);
  const commas = isOneOfMany && !hasBrackets ? 0 : (words.match(/,(?![^()]{0,200}\))/g)?.length ?? 0);
  let separator: RegExp | null = null;
  if (/;(?![^()]{0,200}\))/.test(words)) separator = /\s*;\s*(?![^()]{0,200}\))(?:and\s+)?/g;
  else if (hasBrackets)
    separator =
      /(?<=\))(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+(?=\p{Lu}[^(),]{2,80}\())(?=\p{Lu})|,\s*(?![^()]{0,200}\))(?:and\s+)?/gu;
  else if (commas >= 2) separator = /,\s*(?![^()]{0,200}\))(?:and\s+)?|\s+(?:and|&)\s+/g;
  else if (commas === 1 && words.split(",").every((part) => isBody(part.trim(), board))) separator = /,\s*/g;
  if (separator === null) return [[0, words.length]];
  const pieces: [number, number][] = [];
  let from = 0;
  for (const match of words.matchAll(separator)) {
    pieces.push([from, match.index]);
    from = match.index + match[0].length;
  }
  pieces.push([from, words.replace(/[.\s]+$/, "").length]);
  return pieces.flatMap((piece) => splitPeople(words, piece));
}

/** Whether words are a body of the register, or an abbreviation as one has it: `Ann Other, MPS` names one, `MPS, NHS` two. */
function isBody(words: string, board: Board): boolean {
  return findOrganisation(board, words) !== null || /^\p{Lu}{2,5}$/u.test(words);
}

/** A title or an initial before a surname: nobody takes it for a body. */
const SURELY_PERSON =
  /^(?:(?:the\s+)?(?:Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Rev|Messrs)\.?\s+(?:\p{Lu}[\p{L}.'\u2019-]*\s*){1,3}|\p{Lu}\.?(?:\s?\p{Lu}\.?)*\s+\p{Lu}[\p{L}'\u2019-]+)(?:\s*\([^()]*\))?$/u;

/** `Mr K Rowe, Mrs A Patel` and `M Ince and P Udall` are two; `Department for Work and Pensions` is one. */
function splitPeople(words: string, [from, to]: [number, number]): [number, number][] {
  const piece = words.slice(from, to);
  for (const match of piece.matchAll(/,\s+(?:and\s+)?|\s+and\s+/g)) {
    const first = piece.slice(0, match.index);
    const rest = piece.slice(match.index + match[0].length);
    const isPlural =
      /^[\s\u2013\u2014-]*(?:councillors|cllrs|messrs)\b/i.test(words) &&
      /^\p{Lu}[\p{L}'\u2019-]+$/u.test(rest);
    if (
      !isPlural &&
      !(SURELY_PERSON.test(first.trim()) && SURELY_PERSON.test(rest.split(/,\s|\s+and\s/)[0]!.trim()))
    )
      continue;
    const at = from + match.index + match[0].length;
    return [[from, from + match.index], ...splitPeople(words, [at, to])];
  }
  return [[from, to]];
}

/** The names of the register in a line, the longest first where they overlap, in reading order. */
export function namesIn(words: string, names: Names): [number, number][] {
  const found: [number, number][] = [];
  let masked = words;
  for (const name of names.register) {
    for (let at = indexOfName(masked, name); at >= 0; at = indexOfName(masked, name)) {
      found.push([at, at + name.length]);
      masked = masked.slice(0, at) + "\u0000".repeat(name.length) + masked.slice(at + name.length);
    }
  }
  return found.sort(([a], [b]) => a - b);
}

/** Cuts a line where the register knows a name; what is left between is kept as written. */
export function splitByRegister(plain: Plain, names: Names): [number, number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  for (const [start, end] of namesIn(plain.text, names)) {
    pieces.push([from, start], [start, end]);
    from = end;
  }
  pieces.push([from, plain.text.length]);
  return pieces.filter(([start, end]) => plain.text.slice(start, end).trim() !== "");
}
