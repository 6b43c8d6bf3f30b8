import type { Span } from "./source-file.ts";

/** Adds to the end of a list, however many: a call with some hundred thousand arguments would overflow the stack. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/** The greatest of some numbers, however many; `least` where none is greater. */
export function greatest(numbers: Iterable<number>, least: number): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/** Tells of any offset whether it lies in one of some spans, without looking at each of them. */
export function coverOf(spans: Iterable<Span>): (offset: number) => boolean {
  const inOrder = [...spans].toSorted((a, b) => a.start - b.start);
  const starts = inOrder.map(({ start }) => start);
  let end = 0;
  // Up to each span, how far it or one before it reaches.
  const reaches = inOrder.map((span) => {
    end = Math.max(end, span.end);
    return end;
  });
  return (offset) => {
    const begun = placeAmong(starts, offset + 1);
    return begun > 0 && reaches[begun - 1]! > offset;
  };
}

/** Tells of any span whether one of some offsets lies in it, without looking at each of them. */
export function holderOf(offsets: Iterable<number>): (span: Span) => boolean {
  const inOrder = [...offsets].toSorted((a, b) => a - b);
  return ({ start, end }) => {
    const at = placeAmong(inOrder, start);
    return at < inOrder.length && inOrder[at]! < end;
  };
}

/** How many of some ordered numbers are less than another. */
function placeAmong(inOrder: readonly number[], wanted: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
