/** The lists of an attendance. */
export type AttendanceList = "present" | "inAttendance" | "apologies" | "absent";

/** The part that a section plays, known by its title. */
export type Part = { readonly contentFrom: number | null } & (
  | { readonly kind: "progress"; readonly mattersArising: boolean }
  | { readonly kind: "log" }
  | { readonly kind: "next meeting" }
  | { readonly kind: "attendance"; readonly list: AttendanceList }
);

const PROGRESS =
  /\bactions?\s+(?:arising\s+)?(?:from|of)\s+(?:the\s+)?(?:previous|last|past)\s+(?:\S+\s+)?(?:meetings?|minutes|notes?)\b|\bupdates?\s+on\s+(?:the\s+)?(?:previous\s+|open\s+|outstanding\s+)?actions?\b|\breview\s+of\s+(?:the\s+)?(?:previous\s+|open\s+|outstanding\s+|past\s+)?actions?\b|\b(?:previous|outstanding|open)\s+actions?\b|\bprogress\s+(?:on|against)\s+(?:previous\s+)?actions?\b/i;
const MATTERS_ARISING = /\bmatters\s+arising\b/i;
const LOG =
  /\bactions?\s+log\b|^\s*(?:summary\s+of\s+(?:new\s+|agreed\s+)?actions?|(?:new\s+)?actions?\s+(?:list|summary|agreed|arising|points))\s*:?\s*$/i;
const NEXT_MEETING =
  /\bdates?\s+(?:and\s+time\s+)?of\s+(?:the\s+)?(?:next|future)\s+meetings?\b|^\s*next\s+meetings?\s*(?::|$)/i;

/** The lists by the words that head them; the first that fits counts. */
const LISTS: readonly (readonly [AttendanceList, RegExp])[] = [
  [
    "apologies",
    /(?:confirmed\s+)?apolog(?:ies|y)(?:\s+(?:for\s+absence|received|from|were\s+received\s+from))*/,
  ],
  ["absent", /(?:(?:organisations|organizations|bodies|members)\s+)?(?:absent|not\s+present|absentees)/],
  [
    "inAttendance",
    /(?:also\s+(?:present|attending|in\s+attendance)|in\s+attendance|other\s+attendees|observers?|guests?|officials|presenters?|secretariat)/,
  ],
  [
    "present",
    /(?:(?:confirmed|organisations|organizations|bodies|board|panel|members|those)\s+)*(?:present|attendees|attendance|in\s+attendance|attending)|panel|members/,
  ],
];

const LIST_TITLES = LISTS.map(
  ([list, words]) =>
    [
      list,
      new RegExp(`^\\s*(?:${words.source})\\s*(?:\\((?:[^()]*)\\)\\s*)?(?:(:|[-\\u2013\\u2014]\\s)|$)`, "i"),
    ] as const,
);

/** A word of each pattern above: a title without any gives no part, and most titles are told so by one look. */
const HINT =
  /action|matters|meeting|present|attend|apolog|absent|observer|guest|official|secretariat|panel|members/i;

/** The part that a heading gives to its section; null where it gives none. */
export function partOf(title: string): Part | null {
  if (!HINT.test(title)) return null;
  for (const [list, words] of LIST_TITLES) {
    const match = words.exec(title);
    if (match === null) continue;
    const content = title.slice(match[0].length).search(/\S/);
    return { kind: "attendance", list, contentFrom: content < 0 ? null : match[0].length + content };
  }
  if (PROGRESS.test(title)) return { kind: "progress", mattersArising: false, contentFrom: null };
  if (MATTERS_ARISING.test(title)) return { kind: "progress", mattersArising: true, contentFrom: null };
  if (LOG.test(title)) return { kind: "log", contentFrom: null };
  const next = NEXT_MEETING.exec(title);
  if (next === null) return null;
  const colon = title.indexOf(":", next.index);
  const content = colon < 0 ? -1 : title.slice(colon + 1).search(/\S/);
  return { kind: "next meeting", contentFrom: content < 0 ? null : colon + 1 + content };
}
