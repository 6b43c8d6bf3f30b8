import { plainText, squash } from "../../markdown/plain-text.ts";
import type { Passage } from "../passage.ts";
import type { Reading } from "../reading.ts";
import { isOwnersAlone } from "./marked-line.ts";

/** The passages of a list that goes by who acts, without the names above its inner lists. */
export interface ByOwner {
  readonly passages: readonly Passage[];
  /** Who stood above an entry. */
  readonly ownerOf: ReadonlyMap<Passage, string>;
}

const NOBODY: ReadonlyMap<Passage, string> = new Map();

/** Raises the entries of inner lists that stand below a name: `- Dana`, and indented below it what Dana has to do. */
export function liftOwned(passages: readonly Passage[], reading: Reading): ByOwner {
  const heads = new Map<Passage, string>();
  for (const [index, passage] of passages.entries()) {
    const next = passages[index + 1];
    if (passage.marker === null || next === undefined || next.depth <= passage.depth) continue;
    const name = squash(plainText(reading.text, passage.lines).text).replace(/\s*[:\u2013\u2014-]$/, "");
    if (isOwnersAlone(name, reading.names)) heads.set(passage, name);
  }
  if (heads.size === 0) return { passages, ownerOf: NOBODY };
  const ownerOf = new Map<Passage, string>();
  let head: Passage | null = null;
  const lifted = passages.flatMap((passage) => {
    if (heads.has(passage)) {
      head = passage;
      return [];
    }
    if (head === null || passage.depth <= head.depth) {
      head = null;
      return [passage];
    }
    const raised = { ...passage, depth: passage.depth - 1 };
    if (raised.marker !== null && raised.depth === head.depth) ownerOf.set(raised, heads.get(head)!);
    return [raised];
  });
  return { passages: lifted, ownerOf };
}
