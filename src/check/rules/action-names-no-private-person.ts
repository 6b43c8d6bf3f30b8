import type { Board } from "../../model/board.ts";
import { MONTHS, WEEKDAYS } from "../../model/day.ts";
import type { Meeting, Note, RaisedAction } from "../../model/meeting.ts";
import type { Span } from "../../source/source-file.ts";
import { isListed } from "../owner.ts";
import { placeOfMarker, quoted } from "../place.ts";
import { literally } from "../prose.ts";
import { type Context, HELD, type Rule } from "../rule.ts";

export const actionNamesNoPrivatePerson: Rule = {
  id: "action-names-no-private-person",
  severity: "information",
  conserves: false,
  on: HELD,
  summary: "An action names no person who is on neither the note's nor the board's list.",
  why: "Actions are published and carried from note to note. Who holds no public office need not be in them: their body will do. (Told of names with `Mr`, `Dr` and the like, of common first names, and of a name to which something is sent to do.)",
  source: "Freedom of Information Act 2000, section 40",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC, "Ruth Adeyemi, MPS"]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send the figures to Ruth Adeyemi.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Action 1 (MOPAC; by 14 February 2020): Send the figures to [|Dr Okonjo|], and give them to [|Marsh|] to pass on.
`,
    },
  },
  *check(note, context) {
    for (const action of note.meeting.actions) {
      const told = new Set<string>();
      for (const match of action.text.matchAll(PERSON)) {
        const { titled, called, asked } = match.groups!;
        const name = (titled ?? called ?? asked)!;
        if (told.has(name) || isKnown(name, note.meeting, context.board)) continue;
        if (asked !== undefined && isNoName(name, action, note, context)) continue;
        told.add(name);
        yield {
          span: placeOfName(name, action, context.text(note.path)),
          message: `${quoted(name)} is on no list of this note or of the board.`,
          advice: "If this is a person, name the body instead.",
        };
      }
    }
  },
};

const NAME = "\\p{Lu}\\p{Ll}[\\p{L}'\u2019-]+";
/** First names that are hardly ever anything else: no month, no place, no word. */
const GIVEN_NAMES =
  "Aaron|Abdul|Adam|Aisha|Alan|Alice|Alison|Amanda|Amina|Amy|Andrea|Andrew|Angela|Anita|Ann|Anna|Anne|Anthony|Antonio|Barbara|Ben|Benjamin|Brian|Caroline|Catherine|Chloe|Chris|Christine|Christopher|Claire|Clare|Colin|Daniel|David|Deborah|Diane|Edward|Elizabeth|Emily|Emma|Fatima|Fiona|Francis|Gareth|Gary|Geoffrey|Gillian|Graham|Hannah|Hassan|Helen|Ian|Ibrahim|Jacqueline|James|Jane|Janet|Jason|Jennifer|Jessica|Joanna|Joanne|John|Jonathan|Joseph|Joshua|Julia|Julie|Karen|Kate|Katherine|Kathleen|Keith|Kelly|Kevin|Laura|Linda|Lisa|Louise|Lucy|Margaret|Maria|Marie|Martin|Mary|Matthew|Michael|Michelle|Mohamed|Mohammed|Muhammad|Nadia|Natalie|Nicola|Nigel|Olivia|Omar|Patricia|Paul|Peter|Philip|Priya|Rachel|Rajesh|Rebecca|Richard|Robert|Samantha|Sandra|Sarah|Sharon|Simon|Sophie|Stephen|Steven|Susan|Tracey|Yusuf|Zoe";
const PERSON = new RegExp(
  [
    `\\b(?<titled>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Cllr|PC|DC|DS|DI|Sgt)\\.?\\s+(?:${NAME}\\s+)?${NAME})`,
    `(?<!\\bSt\\.?\\s)\\b(?<called>(?:${GIVEN_NAMES})(?:\\s+${NAME})?)(?![\\p{L}\\p{N}])`,
    // Nothing is sent to a place to pass on; that of a body is asked in other words.
    `\\bto\\s+(?<asked>${NAME})\\s+to\\s+\\p{Ll}{3,}`,
  ].join("|"),
  "gu",
);

/** Bodies and offices that notes call by one word. */
const NO_PERSON =
  /\b(?:Parliament|Cabinet|Government|Council|Councils|Treasury|Ministers?|Whitehall|Chair|Chairs|Secretariat|Clerk|Mayor|Deputy|Board|Boards|Committee|Panel|Group|Members?|Partners|Officers?|Officials|Office|Service|Services|Police|Probation|Prison|Prisons|Health|Housing|Courts?|Trust|Team|Department|Agency|Authority|Authorities|Boroughs?|Association|University|Commissioners?|Directors?|Heads?|Leads?|Colleagues|Judges?|Magistrates|Governors?|Bank|Company|Charity|Forum|Partnership|Network|Centre|Justice|Crown|Church|London|England|Wales|Scotland|Ireland|Europe)\b/;

function isKnown(name: string, meeting: Meeting, board: Board): boolean {
  const bodies = board.organisations.flatMap((body) => [body.id, body.name, ...body.also]);
  const people = board.people.flatMap((person) => [person.name, person.name.split(" ").at(-1)!]);
  const bare = name.replace(/^(?:\p{Lu}\p{L}{0,8}\.?\s+)(?=\p{Lu})/u, "");
  return [name, bare].some(
    (one) =>
      isListed(one, meeting, people) ||
      bodies.some((body) => new RegExp(`\\b${literally(one)}\\b`, "u").test(body)),
  );
}

/** Whether a word with a capital is a body, a month, an owner, or a name that the note uses elsewhere for something else. */
function isNoName(name: string, { owners }: RaisedAction, note: Note, { prose }: Context): boolean {
  if (NO_PERSON.test(name) || [...MONTHS, ...WEEKDAYS].some((word) => name.includes(word))) return true;
  if (owners.some((owner) => owner.includes(name))) return true;
  return new RegExp(
    `\\b(?:in|at|of|the|across|near)\\s+${literally(name)}\\b|\\b${literally(name)}\\s+(?:\\p{Lu}|is\\s)`,
    "u",
  ).test(prose(note).text);
}

function placeOfName(name: string, action: RaisedAction, text: string): Span {
  const start = Math.min(action.span.start, action.marker.start);
  const found = new RegExp(literally(name), "u").exec(text.slice(start, action.span.end));
  if (found === null) return placeOfMarker(action);
  return { start: start + found.index, end: start + found.index + found[0].length };
}
