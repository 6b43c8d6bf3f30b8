import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Changed whenever what is made changes, so that no old archive is measured. */
const EDITION = 1;

const BODIES = [
  "City Police",
  "Release Service",
  "Saltmarsh Prison",
  "Housing Trust",
  "Health Board",
  "Court Service",
  "Jobs Office",
  "Wayfarers",
  "Youth Panel",
  "Fire Service",
  "Harbour Office",
  "Schools Office",
];
/** Who comes to every meeting. */
const THERE = BODIES.slice(0, 10);
const VERBS = "Write to|Report on|Count|Inspect|Draft plans for|Meet|Review|Publish|Trace|Compare".split("|");
const THINGS =
  "beds|late trains|court lists|first appointments|nurses|bank accounts|school places|tenancies|volunteers|keys|interpreters|forms".split(
    "|",
  );
const SYLLABLES = "ash,bro,cal,den,el,far,glen,hol,ith,ken,lar,mor,nes,ol,pen,ray,sel,thorn,ul,wex".split(
  ",",
);
const ENDINGS = "bury,ford,ham,ley,mouth,stead,ton,wick".split(",");
const SENTENCES = [
  "The figures came late again, since the two people who make them had been lent to another office.",
  "Members asked for the next set a week ahead, so that each body may look at its own part of it.",
  "Of those released in the quarter, one in nine had nowhere to sleep on the first night.",
  "The pilot in the valley runs until the spring; what it costs is known only for its first half.",
  "Two members thought that a single form would help, and one that it would only be a tenth form.",
  "The Chair thanked the officers who had kept the line open over the holidays.",
  "What works in a town of ten thousand may not work in a city, and the paper says so in its annex.",
  "There was some discussion of the **second** column, which counts visits and not people.",
  "The [published tables](https://example.org/tables) leave out whoever moved between the two districts.",
];
const STATUSES = [
  "Complete",
  "In progress",
  "Delayed",
  "In progress",
  "Delayed",
  "In progress",
  "Not started",
];

/** Numbers between 0 and 1 that look random and are the same at every run (mulberry32). */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DAY = 86_400_000;
const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

/** The first Wednesday in the middle of a month from some day on: no bank holiday ever falls on one. */
function dueAfter(time, days) {
  for (let at = time + days * DAY; ; at += DAY) {
    const date = new Date(at);
    if (date.getUTCDay() === 3 && date.getUTCDate() > 8 && date.getUTCDate() < 24) return isoDay(at);
  }
}

function boardFile() {
  const bodies = BODIES.map((name) => `  - { id: ${name}, name: ${name} of Calder, member: yes }`);
  return `name: Board of Calder\nsecretariat: Youth Panel\norganisations:\n${bodies.join("\n")}\n`;
}

/** Makes an archive of so many notes of about 10 KB, one a day or a week, in a folder of the cache; gives its path. */
export function makeArchive(count, cache) {
  const folder = join(cache, `${count}-notes-edition-${EDITION}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, "board.yaml"), boardFile());
  const step = count > 1000 ? 1 : 7;
  const first = Date.UTC(count > 50_000 ? 1740 : 1990, 0, 2);
  let open = [];
  for (let i = 0; i < count; i++) {
    const { text, carried } = makeNote(first + i * step * DAY, step, open, numbersFrom(7 * i + 3));
    writeFileSync(join(draft, `${isoDay(first + i * step * DAY)}.md`), text);
    open = carried;
  }
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(draft, folder);
  return folder;
}

/** One note: rows on all open actions, six items with a few actions and a decision, and what it carries on. */
function makeNote(time, step, open, random) {
  const pick = (words) => words[Math.floor(random() * words.length)];
  const id = isoDay(time);
  const rows = open.map((action, i) => ({
    ...action,
    status: i < open.length - 9 ? "Complete" : pick(STATUSES),
  }));
  const paragraph = (sentences) => Array.from({ length: sentences }, () => pick(SENTENCES)).join(" ");
  const town = () => {
    const name = pick(SYLLABLES) + pick(SYLLABLES) + pick(ENDINGS);
    return name[0].toUpperCase() + name.slice(1);
  };
  const raised = [];
  const items = Array.from({ length: 6 }, (_, i) => {
    const said = [paragraph(5), paragraph(4), paragraph(3)];
    if (i < 3) {
      const text = `${pick(VERBS)} the ${pick(THINGS)} of ${town()}, ${town()} and ${town()} with ${town()}`;
      const action = {
        ref: `${id}/${i + 1}`,
        text,
        owner: pick(THERE),
        due: dueAfter(time, 20 + 60 * random()),
      };
      raised.push(action);
      said.push(`Action ${i + 1} (${action.owner}; by ${action.due}): ${action.text}.`);
    }
    if (i === 4) said.push("Agreed 1: The plan for the year stands as it was sent out.");
    return `## ${i + 3}. The ${pick(THINGS)} of ${town()}\n\n${said.join("\n\n")}\n`;
  });
  const table = rows.map(
    ({ ref, text, owner, due, status }) =>
      `| ${ref} | ${text} | ${owner} | ${due} | ${status} | ${pick(SENTENCES)} |`,
  );
  const progress =
    rows.length === 0
      ? "There were none.\n"
      : `| Ref | Action | Owner | Due | Status | Update |\n| --- | --- | --- | --- | --- | --- |\n${table.join("\n")}\n`;
  const front = [
    `date: ${id}`,
    "time: 10:30-12:30",
    "place: The Guildhall",
    "state: draft",
    "chair: Youth Panel",
    "present:",
    ...THERE.map((body) => `  - ${body}`),
    `apologies: [${BODIES[10]}]`,
    `absent: [${BODIES[11]}]`,
    `next-meeting: ${isoDay(time + step * DAY)}`,
  ];
  const text = `---\n${front.join("\n")}\n---\n\n## 1. Welcome and apologies\n\n${paragraph(2)}\n\n## 2. Actions from previous meeting\n\n${progress}\n${items.join("\n")}`;
  return { text, carried: [...rows.filter(({ status }) => status !== "Complete"), ...raised] };
}
