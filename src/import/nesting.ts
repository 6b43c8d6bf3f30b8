import type { Block, Entry } from "./block.ts";

/** A block that is an entry of a list, and how deep that list stands, from 0. */
export interface ListedBlock {
  readonly label: string | null;
  readonly level: number;
  readonly block: Block;
  /** Whether it belongs to the entry before it, and is none of its own. */
  readonly goesOn?: boolean;
}

interface OpenEntry extends Entry {
  readonly blocks: Block[];
}

/** Blocks one after the other as lists within lists, by their levels. */
export function nestEntries(listed: readonly ListedBlock[]): Block[] {
  const top: OpenEntry[] = [];
  const open: { level: number; entries: OpenEntry[] }[] = [];
  for (const { label, level, block, goesOn } of listed) {
    const before = open.at(-1)?.entries.at(-1);
    if (goesOn && before !== undefined) {
      before.blocks.push(block);
      continue;
    }
    while (open.length > 1 && open[open.length - 1]!.level > level) open.pop();
    const last = open[open.length - 1];
    if (last === undefined) open.push({ level, entries: top });
    else if (last.level < level) {
      const entries: OpenEntry[] = [];
      last.entries[last.entries.length - 1]!.blocks.push({ kind: "list", place: block.place, entries });
      open.push({ level, entries });
    }
    open[open.length - 1]!.entries.push({ label, place: block.place, blocks: [block] });
  }
  return top.length > 0 ? [{ kind: "list", place: top[0]!.place, entries: top }] : [];
}
