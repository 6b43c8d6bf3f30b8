import type { Passage } from "../passage.ts";
import type { Reading } from "../reading.ts";

/** What the box before an entry of a list says, ticked or not: `- [x] Send the survey out`; null where there is none. */
export function statusOfBox({ marker, lines }: Passage, { text }: Reading): string | null {
  const start = lines[0]?.start ?? 0;
  const box =
    marker === null
      ? undefined
      : /\[(?<tick>[ xX])\]\s{1,3}$/.exec(text.slice(Math.max(start - 6, 0), start))?.groups;
  if (box === undefined) return null;
  return box.tick === " " ? "open" : "done";
}
