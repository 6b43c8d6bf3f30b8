/** The words of an action, and what labels behind them say of who does it until when, and of how it stands. */
export interface Labelled {
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly status: string | null;
}

const OWNER =
  "(?:action\\s+)?owners?|(?:action\\s+)?lead(?:\\s+officer)?|(?:action\\s+)?by\\s+whom|action\\s+by|who|(?:person\\s+|officer\\s+)?responsible(?:\\s+(?:person|officer))?|responsibility|assigned\\s+to";
const DUE =
  "due(?:\\s+(?:date|by|on))?|date\\s+due|(?:by\\s+)?deadline|by(?:\\s+when)?|when|target(?:\\s+date)?|completion\\s+date|complete\\s+by|timescale";
const STATUS = "(?:current\\s+)?status";
/** A label begins behind the end of a sentence or a bracket, or has a capital. */
const TRAILING = new RegExp(
  `(?:[.;,!?)|([\\]\\u2013\\u2014]\\s*|\\s-\\s+|\\s(?=\\p{Lu}))(?:(?<owner>${OWNER})|(?<due>${DUE})|(?<status>${STATUS}))\\s*:\\s*(?<said>[^:;|]{1,60}?)[\\s.;,|)\\]]*$`,
  "iu",
);
const LABELS = ["owner", "due", "status"] as const;
const TOLD_BY_CAPITAL = /^\s/;
/** No action has more labels than this behind it. */
const MOST = 4;
/** In UTF-16 code units: a label and what it says are no longer. */
const LONGEST = 120;

/** Cuts off what labels behind an action say: `Send out the map. Owner: AB. Due: 3 May. Status: done`. */
export function cutTrailingLabels(text: string): Labelled {
  let found: Labelled = { text, owner: null, due: null, status: null };
  for (let count = 0; count < MOST; count++) {
    const from = Math.max(found.text.length - LONGEST, 0);
    const match = TRAILING.exec(found.text.slice(from));
    if (match === null) break;
    const said = match.groups!.said!.trim();
    const isLoud = /^\W*\p{Lu}/u.test(match[0]);
    if (said === "" || (TOLD_BY_CAPITAL.test(match[0]) && !/^\s*-/.test(match[0]) && !isLoud)) break;
    const end = from + match.index + (/^[.!?)\]]/.test(match[0]) ? 1 : 0);
    const rest = found.text.slice(0, end).trim();
    const label = LABELS.find((name) => match.groups![name] !== undefined)!;
    found = { ...found, text: rest, [label]: said };
  }
  return { ...found, text: found.text === text ? text : found.text.replace(/[\s.;,|([\u2013\u2014-]+$/, "") };
}
