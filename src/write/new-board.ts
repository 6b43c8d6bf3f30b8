import { addDays, type Day, formatDay } from "../model/day.ts";
import { writeTitle } from "./inline.ts";
import { writeYamlText } from "./yaml-text.ts";

/** What is said of a board when it is set up. */
export interface Founding {
  readonly name: string;
  readonly shortName: string | null;
  readonly secretariat: string | null;
  readonly bodies: readonly Body[];
  readonly standingItems: readonly string[];
  /** The day of its first meeting. */
  readonly date: Day;
}

/** A body that sits on the board: what the notes call it, and its name in full. */
export interface Body {
  readonly id: string;
  readonly name: string;
}

/** The `board.yaml` of a new board, with remarks on what else it may say, and for an editor, its schema. */
export function writeBoardFile(founding: Founding, schema: string | null): string {
  const { name, shortName, secretariat, bodies, standingItems } = founding;
  const modeline = schema === null ? "" : `# yaml-language-server: $schema=${schema}\n`;
  const line = (key: string, words: string | null, example: string) =>
    words === null ? `# ${key}: ${example}` : `${key}: ${writeYamlText(words)}`;
  return `${modeline}# What rrb knows of this board. Edit it as you like.
# A line that begins with # is a remark; some of them show what else rrb takes.
# To use one, take away the # and the space behind it, and write your own words.
${line("name", name, "")}
${line("short-name", shortName, "RRB")}
${line("secretariat", secretariat, "MOPAC")}

# What its record is called: Minutes, or Note of Meeting.
document-title: Minutes

# Where and when it usually meets, and how many members must be there.
# place: City Hall
# time: 10:30-12:30
# quorum: 5
time-zone: Europe/London

# What stands on every agenda. \`rrb new-meeting\` adds what was put off.
standing-items:
${standingItems.map((item) => `  - ${writeYamlText(item)}`).join("\n")}

# The bodies: \`id\` is what the notes call one, \`also\` any other name they use.
# A body that has ceased says so: { id: NPS, until: 2021-06-26, became: PS }
#   - { id: MPS, name: Metropolitan Police Service, also: [Met], member: yes }
${writeBodies(bodies)}
# Persons whom the notes name, if any.
# people:
#   - { initials: AO, name: Ann Other, organisation: MOPAC }

# Words of your own for how an action stands, and what they mean.
# statuses: { parked: open }
`;
}

function writeBodies(bodies: readonly Body[]): string {
  if (bodies.length === 0) return "organisations: []\n";
  const lines = bodies.map(
    ({ id, name }) =>
      `  - { id: ${writeYamlText(id, "flow")}, name: ${writeYamlText(name, "flow")}, member: yes }\n`,
  );
  return `organisations:\n${lines.join("")}`;
}

/** How many days lie between two meetings, as far as an example goes. */
const QUARTER = 91;

/** The agenda of the first meeting, with remarks on what to write when it is held. */
export function writeFirstAgenda({ secretariat, bodies, standingItems, date }: Founding): string {
  const id = writeYamlText(bodies[0]?.id ?? secretariat ?? "Secretariat", "flow");
  const items = standingItems.map((title, index) => `\n## ${index + 1}. ${writeTitle(title)}\n`);
  return `---
date: ${date}
state: agenda
# The agenda of the first meeting, on ${formatDay(date)}. Add items as you like.
# Once it is held, \`rrb start ${date}\` makes this the draft of its note.
# Then say who was there: take away the # and the space behind it.
# chair: ${id}
# present: [${id}]
# apologies: []
# next-meeting: ${addDays(date, QUARTER)}
#
# What was said goes below its item. What was agreed stands there too, on a
# line of its own:
#   Action 1 (${id}; by 31 December ${date.slice(0, 4)}): Send out the figures.
#   Decision 1: The figures are published every quarter.
#   Deferred: The budget, to the next meeting.
#
# After that, \`rrb new-meeting\` writes the next agenda, with every action.
---
${items.join("")}`;
}
