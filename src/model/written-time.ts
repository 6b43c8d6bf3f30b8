/**
 * The start and the end of a meeting as a note writes them, `10:30-12:30`; null where words do not give both. `2 to 4pm`
 * is in the afternoon.
 */
export function readTimes(words: string): string | null {
  const parts = words
    .trim()
    .toLowerCase()
    .split(/\s*(?:[-\u2013\u2014]|\bto\b|\buntil\b)\s*/);
  const [start, end] = parts.map(readClock);
  if (parts.length !== 2 || !start || !end) return null;
  const first = start.half === null && end.half === "pm" && start.hour < 12 && start.hour <= end.hour % 12;
  const from = toMinutes(first ? { ...start, half: "pm" } : start);
  const to = toMinutes(end);
  return from === null || to === null || from >= to ? null : `${formatClock(from)}-${formatClock(to)}`;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly half: "am" | "pm" | null;
}

function readClock(words: string): Clock | null {
  if (/^(?:12 )?noon$/.test(words)) return { hour: 12, minute: 0, half: "pm" };
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?m\.?|hrs?|h)?$/.exec(words);
  if (match === null) return null;
  const half = match[3] === undefined ? null : match[3] === "a" ? "am" : "pm";
  return { hour: Number(match[1]), minute: Number(match[2] ?? 0), half };
}

/** From midnight; null where the clock has no such time. */
function toMinutes({ hour, minute, half }: Clock): number | null {
  if (minute > 59 || hour > 23 || (half !== null && (hour < 1 || hour > 12))) return null;
  const since = half === null ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return 60 * since + minute;
}

function formatClock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
