/** A cell as documents write it: how many columns and rows it spreads over. */
export interface SpreadCell<T> {
  readonly cell: T;
  readonly width: number;
  readonly height: number;
}

/** A cell in its column, from 0. */
export interface PlacedCell<T> {
  readonly cell: T;
  readonly column: number;
  readonly width: number;
}

/** No table of actions has more columns; further cells stand in the last one. */
const MOST_COLUMNS = 1000;

/** Puts the cells of rows into columns. A cell that spreads over rows keeps others from its columns. */
export function placeCells<T>(rows: readonly (readonly SpreadCell<T>[])[]): PlacedCell<T>[][] {
  // For each column, over how many more rows the cell above spreads.
  const below: number[] = [];
  return rows.map((row) => {
    const placed: PlacedCell<T>[] = [];
    const heights: number[] = [];
    let column = 0;
    for (const { cell, width, height } of row) {
      while ((below[column] ?? 0) > 0) column++;
      const at = Math.min(column, MOST_COLUMNS - 1);
      const most = Math.min(Math.max(Math.trunc(width) || 1, 1), MOST_COLUMNS - at);
      placed.push({ cell, column: at, width: most });
      heights.push(height);
      column += most;
    }
    for (let i = 0; i < below.length; i++) below[i] = Math.max((below[i] ?? 0) - 1, 0);
    for (const [index, { column: from, width }] of placed.entries()) {
      for (let i = from; i < from + width; i++) below[i] = Math.max(below[i] ?? 0, heights[index]! - 1);
    }
    return placed;
  });
}
