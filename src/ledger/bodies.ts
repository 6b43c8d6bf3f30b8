import { type Board, findOrganisation, foldName, type Organisation } from "../model/board.ts";

/** The bodies that `transferred to …` names, if one of them sits on this board: by their ids, else as written. */
export function findNewOwners(board: Board, words: string): readonly string[] | null {
  const whole = findLeadingBody(board, words);
  if (whole?.member) return [whole.id];
  const parts = words.split(/\s*(?:,|&|\band\b)\s*/).filter(Boolean);
  const bodies = parts.map((part) => findLeadingBody(board, part));
  if (!bodies.some((body) => body?.member)) return null;
  return parts.map((part, index) => bodies[index]?.id ?? part);
}

/** The body with which words begin, the longest name first: `MPS for advice` begins with `MPS`. */
function findLeadingBody(board: Board, words: string): Organisation | null {
  const parts = words.trim().split(/\s+/);
  for (let count = parts.length; count > 0; count--) {
    const body = findOrganisation(board, parts.slice(0, count).join(" "));
    if (body !== null) return body;
  }
  return null;
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
