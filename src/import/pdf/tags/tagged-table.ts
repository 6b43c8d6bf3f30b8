import type { Block, Cell, Row } from "../../block.ts";
import { joinParted } from "../pages/pages.ts";
import { type Tag, tagsIn } from "../sheet/tag.ts";
import { type Marked, type ReadHeld, untoldOf } from "./marked.ts";

interface FoundRow {
  readonly cells: readonly Cell[];
  readonly lefts: readonly (number | null)[];
  readonly isHead: boolean;
  readonly place: number;
}

/** The table that a `Table` holds, below its caption; nothing where it holds no words. */
export function makeTable(table: Tag, marked: Marked, read: ReadHeld): Block[] {
  const rows: FoundRow[] = [];
  const above: Block[] = [];
  const collect = (tag: Tag) => {
    for (const child of tagsIn(tag)) {
      if (child.role === "TR") rows.push(...makeRow(child, marked, read));
      else if (child.role === "Caption") above.push(...read(child, marked));
      else collect(child);
    }
  };
  collect(table);
  return rows.length === 0
    ? above
    : [...above, { kind: "table", place: rows[0]!.place, rows: alignRows(rows) }];
}

function makeRow(tag: Tag, marked: Marked, read: ReadHeld): FoundRow[] {
  const inCells: Marked = { ...marked, edgeOf: () => 0, looks: null };
  const lefts: (number | null)[] = [];
  const cells = tagsIn(tag).map((cell, column): Cell => {
    const pieces = untoldOf(cell, marked);
    lefts.push(pieces.length === 0 ? null : Math.min(...pieces.map(({ left }) => left)));
    return { column, width: 1, blocks: joinParted(read(cell, inCells)) };
  });
  const first = cells.find(({ blocks }) => blocks.length > 0)?.blocks[0];
  if (first === undefined) return [];
  return [{ cells, lefts, isHead: tagsIn(tag).every(({ role }) => role === "TH"), place: first.place }];
}

/** Rows with merged cells have fewer of them: each stands in the column below or above which it is printed. */
function alignRows(rows: readonly FoundRow[]): Row[] {
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  const full = rows.filter(({ cells }) => cells.length === columns);
  const edges = Array.from({ length: columns }, (_, column) =>
    Math.min(...full.map(({ lefts }) => lefts[column] ?? Number.POSITIVE_INFINITY)),
  );
  return rows.map(({ cells, lefts, isHead, place }) => {
    let next = 0;
    const aligned = cells.map((cell, index) => {
      const left = lefts[index] ?? null;
      const fits = left === null ? 0 : edges.findLastIndex((edge) => edge <= left + 6);
      const column = Math.min(Math.max(next, fits), columns - (cells.length - index));
      next = column + 1;
      return { ...cell, column };
    });
    return { cells: cells.length === columns ? cells : aligned, isHead, place };
  });
}
