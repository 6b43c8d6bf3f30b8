import { type Board, findOrganisation, foldName, type Organisation } from "../model/board.ts";

/** The bodies that `transferred to …` names, if one of them sits on this board: by their ids, else as written. */
export function findNewOwners(board: Board, words: string): readonly string[] | null {
  const named: string[] = [];
  let sitsHere = false;
  let rest = words.trim();
  while (rest !== "") {
    const { body, as } = readLeadingBody(board, rest);
    named.push(body?.id ?? as);
    sitsHere ||= body?.member ?? false;
    const after = rest.slice(as.length);
    rest = AND.test(after) ? after.replace(AND, "") : "";
  }
  return sitsHere ? named : null;
}

const AND = /^\s*(?:,\s*and\b|,|&|and\b)\s*/;

/** The body with which words begin, the longest name first, so that no name is split at its `and`. */
function readLeadingBody(board: Board, words: string): { body: Organisation | null; as: string } {
  const ends = [...words.matchAll(/(?=[\s,&]|$)/g)].map(({ index }) => index);
  for (const end of ends.toReversed()) {
    const body = findOrganisation(board, words.slice(0, end));
    if (body !== null) return { body, as: words.slice(0, end) };
  }
  return { body: null, as: words.split(/\s*(?:,|&|\band\b)/)[0]! };
}

/** A body and all that it became since, as names to compare; a name outside the register stands for itself. */
export function successionOf(board: Board, name: string): readonly string[] {
  const line: string[] = [];
  let next: string | null = name;
  while (next !== null) {
    const body = findOrganisation(board, next);
    const folded = foldName(body?.id ?? next);
    if (line.includes(folded)) break;
    line.push(folded);
    next = body?.became ?? null;
  }
  return line;
}
