import type { Board } from "../../model/board.ts";
import { MONTHS, WEEKDAYS } from "../../model/day.ts";
import type { Note, RaisedAction } from "../../model/meeting.ts";
import type { Span } from "../../source/source-file.ts";
import { type KnownNames, listedNames } from "../owner.ts";
import { isOwnForm, literally, placeOfMarker, quoted } from "../place.ts";
import { HELD, type Rule } from "../rule.ts";

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
  *check(note, { board, prose }) {
    const { actions, present } = note.meeting;
    // Where nobody is recorded as present, no name can be known: `attendance-is-recorded` tells.
    if (actions.length === 0 || (isOwnForm(note) && present.length === 0)) return;
    const { text } = prose;
    const known = knownNames(note, board);
    let elsewhere: ReadonlySet<string> | null = null;
    for (const action of actions) {
      if (!PERSON_AT_ALL.test(action.text)) continue;
      const told = new Set<string>();
      for (const match of action.text.matchAll(PERSON)) {
        const { titled, called, asked } = match.groups!;
        const name = (titled ?? called ?? asked)!;
        // Who is to do it stands first, and of an owner whom nobody knows `action-has-owner` tells.
        if (match.index === 0 || told.has(name) || isAmong(name, known)) continue;
        elsewhere ??= otherNames(text);
        if (asked !== undefined && (isNoPerson(name, action) || elsewhere.has(name))) continue;
        told.add(name);
        yield {
          span: placeOfName(name, action, text),
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
const TITLES = "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Cllr|PC|DC|DS|DI|Sgt";
const PERSON = new RegExp(
  [
    `\\b(?<titled>(?:${TITLES})\\.?\\s+(?:${NAME}\\s+)?${NAME})`,
    `(?<!\\bSt\\.?\\s)\\b(?<called>(?:${GIVEN_NAMES})(?:\\s+${NAME})?)(?![\\p{L}\\p{N}])`,
    // Nothing is sent to a place to pass on; that of a body is asked in other words.
    `\\bto\\s+(?<asked>${NAME})\\s+to\\s+\\p{Ll}{3,}`,
  ].join("|"),
  "gu",
);

/** Finds nothing where `PERSON` does not; V8 is soon done with it, as it knows no letters but those of ASCII. */
const PERSON_AT_ALL = new RegExp(`\\b(?:${TITLES}|${GIVEN_NAMES})|\\bto\\s+\\S+\\s+to\\s`);

/** Bodies and offices that notes call by one word. */
const NO_PERSON =
  /\b(?:Parliament|Cabinet|Government|Council|Councils|Treasury|Ministers?|Whitehall|Chair|Chairs|Secretariat|Clerk|Mayor|Deputy|Board|Boards|Committee|Panel|Group|Members?|Partners|Officers?|Officials|Office|Service|Services|Police|Probation|Prison|Prisons|Health|Housing|Courts?|Trust|Team|Department|Agency|Authority|Authorities|Boroughs?|Association|University|Commissioners?|Directors?|Heads?|Leads?|Colleagues|Judges?|Magistrates|Governors?|Bank|Company|Charity|Forum|Partnership|Network|Centre|Justice|Crown|Church|London|England|Wales|Scotland|Ireland|Europe)\b/;

/** The names of everybody whom the note or the board lists, and the words of all bodies. */
function knownNames({ meeting }: Note, { organisations, people }: Board): KnownNames {
  return listedNames(meeting, () => {
    const bodies = organisations.flatMap((body) => [body.id, body.name, ...body.also]);
    return [...bodies, ...people.map(({ name }) => name)].flatMap((name) => [name, ...name.split(/\s+/)]);
  });
}

/** Whether somebody is known, by the whole name or without what stands before it: `Dr`, a first name. */
function isAmong(name: string, known: KnownNames): boolean {
  const words = name.split(/\s+/);
  return words.some((_, index) => known.has(words.slice(index).join(" ")));
}

/** Names that the text uses as those of places or bodies: `in Leeds`, `the Guildhall`, `Crisis is …`. */
function otherNames(text: string): ReadonlySet<string> {
  const found = text.matchAll(OTHER_NAME);
  return new Set([...found].map(({ groups }) => (groups!.behind ?? groups!.before)!));
}

const OTHER_NAME = new RegExp(
  `\\b(?:in|at|of|the|across|near)\\s+(?<behind>${NAME})|\\b(?<before>${NAME})(?=\\s+(?:\\p{Lu}|is\\s))`,
  "gu",
);

/** Whether a word with a capital is a body, a month or one of the owners. */
function isNoPerson(name: string, { owners }: RaisedAction): boolean {
  const isTime = [...MONTHS, ...WEEKDAYS].some((word) => name === word);
  return isTime || NO_PERSON.test(name) || owners.some((owner) => owner.includes(name));
}

function placeOfName(name: string, action: RaisedAction, text: string): Span {
  const start = Math.min(action.span.start, action.marker.start);
  const found = new RegExp(literally(name), "u").exec(text.slice(start, action.span.end));
  if (found === null) return placeOfMarker(action);
  return { start: start + found.index, end: start + found.index + found[0].length };
}
