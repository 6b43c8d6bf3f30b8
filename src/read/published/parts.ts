import { detached } from "../../source/kept.ts";
import { type AttendanceList, type Part, partOf } from "../section-parts.ts";
import { itemNumberOf, withoutMeeting } from "./item-number.ts";

/** Titles under which other boards report on earlier actions, and raise none. */
const PROGRESS = new RegExp(
  [
    String.raw`\b(?:last|previous)\s+(?:time|meeting|month|session)['\u2019]?s?\s+(?:list|jobs|to-?dos?)\b`,
    String.raw`\breview(?:ed)?\s+(?:of\s+)?(?:the\s+)?(?:last|previous|past)\s+(?:\S+\s+)?actions?\b`,
    String.raw`\bactions?\s+(?:points?\s+|items?\s+)?(?:[bc]\/f|[bc]\/?fwd|(?:brought|carried)\s+fwd)(?![a-z\u00c0-\u024f])`,
    String.raw`^\s*(?:(?:stuff|business|jobs|things|points|follow[\s-]?ups?|outstanding|carried\s+(?:forward|over)|[bc]\/f)\s+)?from\s+(?:the\s+)?(?:last|previous)\s+(?:time|meeting|month|session)\s*:?\s*$`,
    String.raw`^\s*(?:previous|last\s+time|brought\s+forward)\s*:\s*$`,
    String.raw`\bwhat\s+we\s+(?:said|agreed|promised)\b.{0,30}\blast\s+(?:time|meeting|month)\b`,
    String.raw`\breview\s+of\s+(?:the\s+)?action\s+notes?\b`,
    String.raw`^\s*we\s+(?:went\s+through|checked|looked\s+at|reviewed)\s+(?:the\s+|our\s+)?(?:\S+\s+){0,3}(?:actions?|list)\s*:\s*$`,
  ].join("|"),
  "i",
);
/** The same, in titles that speak of actions alone. */
const PROGRESS_OF_ACTIONS =
  /\b(?:last|previous|prior|past)\s+(?:\S+\s+)?(?:meetings?|minutes|time|month|session)['\u2019]?s?['\u2019]?\s+actions?\b|\b(?:completed|closed|discharged|outstanding|previous|earlier|past|carried[\s-]forward)\s+actions?\b|\bactions?\s+(?:(?:points?|items?|list|tracker|register)\s+)?(?:completed|outstanding|carried\s+forward|brought\s+forward|from\s+(?:last\s+time|(?:the\s+)?(?:previous|last|past)\b.{0,40}|(?:the\s+)?meetings?\s+\S{1,20}))\s*:?$|\bactions?\s+(?:(?:arising|points?|items?|list|tracker|register)\s+)?(?:from|out\s+of)\s+(?!(?:this|today)).{0,40}\b(?:meetings?|minutes)\b|\breview\s+of\s+(?:the\s+)?(?:action\s+(?:points?|log|list|tracker)|actions)\b|\b(?:follow[\s-]?up|progress|update)\s+(?:on|of|from|against)\s+.{0,20}\bactions?\b/i;
/** A log that is gone through is that of earlier meetings. */
const REVIEW =
  /\breview(?:ed)?\s+(?:of\s+)?(?:the\s+)?actions?\s+(?:log|list|notes?)\b|\bactions?\s+(?:log|list)\s+(?:review|updates?|(?:from|of)\s+(?:the\s+)?(?:previous|last)\s+meeting)\b/i;
/** Titles under which they do both. */
const PERHAPS_PROGRESS =
  /\bactions?\s+(?:points?\s+)?(?:reports?|updates?|review|progress|status|follow[\s-]?up)\b|\bminutes\b.{0,60}(?:\band|&|,|\/)\s*.{0,30}\bactions?\b|\bmatters\s+(?:outstanding|carried\s+forward)\b|\boutstanding\s+(?:matters|items|business|issues)\b|\b(?:business|issues|items)\s+arising\b|\b(?:updates?|reports?)\s+since\s+(?:the\s+)?(?:last|previous)\s+meeting\b/i;
const LOG =
  /^\s*(?:(?:summary|list|table)\s+of\s+)?(?:(?:the|all|key|agreed|new|follow[\s-]?up)\s+){0,2}actions?(?:\s+(?:list|summary|items?|points?|table|tracker|register|agreed|arising|raised|required|to\s+be\s+taken))?(?:\s+(?:from|at|arising\s+from)\s+(?:this|the|today's)\s+meeting)?\s*:?\s*$|\bactions?\s+(?:tracker|register|schedule)\b|^\s*new\s*:\s*$|^\s*(?:next\s+steps|what\s+(?:is\s+|happens\s+)?next|(?:things\s+)?to[\s-]do(?:\s+list)?(?:\s+(?:before|by|for)\s+next\s+(?:time|meeting|month))?)\s*[:?]?\s*$|^\s*(?:actions?(?:\s+points?)?|outstanding|follow[\s-]?ups?)\s+from\s+(?:[a-z]+day\s+)?(?:\d{1,2}[./a-z\u00c0-\u024f\s]{1,16}(?:\d{2,4})?|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?)\s*(?::?\s*$|\s[\u2013\u2014-]\s)|\bactions?\s+as\s+(?:at|of)\b/i;
const NEXT_MEETING =
  /^\s*(?:(?:proposed\s+)?(?:dates?|time)\b.{0,30}\b(?:next|future|forthcoming)\b.{0,20}\bmeetings?|(?:next|future|forthcoming)\s+(?:\S+\s+){0,3}?meetings?(?:\s+dates?)?|next\s+(?:time|one|call|session|forum|committee|get-together|gathering)\b|dates?\s+of\s+(?:the\s+)?next\b|next\s*:?\s*$|donm\b|(?:we\s+)?meet\s+again\b|next\s*:?\s*(?=\d|(?:mon|tue|wed|thu|fri|sat|sun))|(?:future|meeting)\s+dates)\b|\band\s+(?:date\s+of\s+)?(?:the\s+)?next\s+meeting\s*$/i;

const LISTS: readonly (readonly [AttendanceList, RegExp])[] = [
  [
    "apologies",
    /(?:sorry|apols|who\s+could\s+not\s+(?:come|be\s+there)|could\s+not\s+come|apolog(?:y|ies))(?:\s+for\s+(?:absence|lateness))?(?:\s+(?:were\s+)?(?:received|accepted|given|noted))?(?:\s+from)?/,
  ],
  [
    "absent",
    /not\s+(?:attending|in\s+attendance|present)|did\s+not\s+attend|absent(?:\s+without\s+apolog(?:y|ies))?|non[\s-]attendees/,
  ],
  [
    "inAttendance",
    /(?:also\s+)?in\s+attendance|also\s+(?:present|attending)|officers?(?:\s+(?:present|in\s+attendance))?|staff|advis[eo]rs|speakers?|invited(?:\s+guests)?|by\s+invitation|members\s+of\s+the\s+public|public|press/,
  ],
  [
    "present",
    /(?:(?:members|those|persons?|people|councillors|governors|trustees|directors|committee|board|core|voting|names?\s+of\s+those)\s+)*(?:present|attending|attended|attendees?|attendance(?:\s+details)?|participants|in\s+attendance)|(?:board\s+|committee\s+|panel\s+|forum\s+|voting\s+)?members|councillors|cllrs|governors|trustees|directors|attended\s+by|(?:who\s+was\s+|who\s+were\s+)?(?:there|here)|who\s+(?:came|attended)|in\s+the\s+room|on\s+the\s+call/,
  ],
];
const LIST_TITLES = LISTS.map(
  ([list, words]) =>
    [
      list,
      new RegExp(
        `^\\s*(?:${words.source})\\s*(?:\\([^()]*\\)\\s*)?(?:(:)[\\s\\u2013\\u2014-]*|[\\u2013\\u2014-]\\s+|$)`,
        "i",
      ),
    ] as const,
);

/** The part that a heading of a published note gives to its section, in the words of any board; null for none. */
export function publishedPartOf(title: string): Part | null {
  const known = KNOWN_PARTS.get(title);
  if (known !== undefined) return known;
  const part = findPart(title);
  if (KNOWN_PARTS.size === MOST_KNOWN) KNOWN_PARTS.clear();
  KNOWN_PARTS.set(detached(title), part);
  return part;
}

/** The parts of the titles asked for last: of the same line half a dozen readers ask. */
const KNOWN_PARTS = new Map<string, Part | null>();
const MOST_KNOWN = 500;

function findPart(title: string): Part | null {
  const own = partOf(title);
  if (own !== null && own.kind !== "progress" && own.kind !== "log") return own;
  for (const [list, words] of LIST_TITLES) {
    const match = words.exec(title);
    if (match === null) continue;
    const content = title.slice(match[0].length).search(/\S/);
    return { kind: "attendance", list, contentFrom: content < 0 ? null : match[0].length + content };
  }
  if (own?.kind === "log" && REVIEW.test(title))
    return { kind: "progress", mattersArising: false, contentFrom: null };
  if (own !== null) return own;
  const { title: bare } = itemNumberOf(withoutMeeting(title));
  if (bare !== title.trim()) {
    const part = publishedPartOf(bare);
    const from = title.trimEnd().length - bare.length;
    if (part === null || part.kind === "attendance") return null;
    return { ...part, contentFrom: part.contentFrom === null ? null : part.contentFrom + from };
  }
  if (PROGRESS.test(title) || PROGRESS_OF_ACTIONS.test(title))
    return { kind: "progress", mattersArising: false, contentFrom: null };
  if (PERHAPS_PROGRESS.test(title)) return { kind: "progress", mattersArising: true, contentFrom: null };
  if (LOG.test(title)) return { kind: "log", contentFrom: null };
  if (!NEXT_MEETING.test(title)) return null;
  const colon = title.indexOf(":");
  const content = colon < 0 ? -1 : title.slice(colon + 1).search(/\S/);
  return { kind: "next meeting", contentFrom: content < 0 ? null : colon + 1 + content };
}
