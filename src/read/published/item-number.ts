const NUMBERED =
  /^\s*(?:(?:agenda\s+item|item|minute|min)\s+(?:no\.?\s*)?)?(?:(?<plain>\d{1,3})(?:\.0)?\s*(?:[.):](?!\d)|\s[-\u2013\u2014])|(?<zero>\d{1,3})\.0(?=\s)|(?:\d{1,4}|[A-Z]{1,4}(?:\d{2,4})?)\/(?:\d{1,4}\/)?(?<behind>\d{1,4})[a-z]?[.):]?(?=\s)|(?<letter>[A-Z]{1,3})(?<count>\d{1,4})[.):]|(?<bare>\d{1,3})(?=\s+\p{Lu}))\s*(?<title>\S.*)$/iu;
const ROMAN = /^\s*(?<roman>[IVXL]{1,6})[.)]\s+(?<title>\S.*)$/;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** The heading of an item taken apart as other boards number theirs: `3)`, `IV.`, `22/118`, `A47.`, `1.0`, `7 Finance`. */
export function itemNumberOf(title: string): { title: string; number: number | null } {
  const roman = ROMAN.exec(title)?.groups;
  if (roman !== undefined) return { title: roman.title!.trim(), number: readRoman(roman.roman!) };
  const parts = NUMBERED.exec(title)?.groups;
  if (parts === undefined) return { title: title.trim(), number: null };
  const number = parts.plain ?? parts.zero ?? parts.behind ?? parts.count ?? parts.bare;
  return { title: parts.title!.trim(), number: Number(number) };
}

/** Whether a plain line is numbered as only minutes are: `22/118 Planning`, `A47. ALLOTMENTS`. */
export function hasMinuteNumber(line: string): boolean {
  return /^\s*(?:\d{1,4}\/\d{1,4}|[A-Z]{1,3}\d{2,4}[.:])\s+\p{Lu}/u.test(line);
}

function readRoman(roman: string): number | null {
  const values = [...roman].map((letter) => VALUES[letter]!);
  const total = values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  return total > 0 ? total : null;
}

/** The item's number in `41.2 Membership`, where the minutes count the meetings too; null in any other title. */
export function meetingNumberOf(title: string): number | null {
  const match = /^\s*\d{1,4}\.(\d{1,2})\.?\s+\p{L}/u.exec(title);
  return match === null ? null : Number(match[1]);
}

/** How many characters of a line are its title, colon and all: `Bookings: the hall is full.`; null where it has none. */
export function titleBeforeColon(line: string): number | null {
  const match = /^\s*\p{Lu}[^.:;!?]{2,60}:(?=\s|$)/u.exec(line);
  return match === null ? null : match[0].length;
}

/** A title without the number of the meeting before the item's own: `41.2 Membership` is `Membership`. */
export function withoutMeeting(title: string): string {
  return title.replace(/^\s*\d{1,4}(?:\.\d{1,3}){1,2}\.?\s+(?=\S)/, "");
}
