/** Each goal: what is divided by what, on which measurements, and the bound; `least` where more is better. */
const GOALS = [
  { what: "`rrb --version` / bare Node", on: "start", of: "rrb --version", by: "node -e 0", most: 1.3 },
  { what: "`rrb --help` / bare Node", on: "start", of: "rrb --help", by: "node -e 0", most: 1.3 },
  {
    what: "`rrb actions --open`, 40 notes / bare Node",
    on: 40,
    of: "rrb actions --open",
    by: "node -e 0",
    most: 2,
  },
  { what: "the same, 400 notes / bare Node", on: 400, of: "rrb actions --open", by: "node -e 0", most: 3.5 },
  {
    what: "`rrb check` / `rrb actions --open`, 400 notes",
    on: 400,
    of: "rrb check",
    by: "rrb actions --open",
    most: 1.5,
  },
  {
    what: "`rrb actions --open`, 10,000 notes / reading them",
    on: 10_000,
    of: "rrb actions --open",
    by: "reading the files",
    most: 2,
  },
  {
    what: "markdownlint-cli2 / `rrb check`, 400 notes",
    on: 400,
    of: "markdownlint-cli2",
    by: "rrb check",
    least: 50,
  },
  { what: "rumdl / `rrb check`, 10,000 notes", on: 10_000, of: "rumdl", by: "rrb check", least: 8 },
  {
    what: "`rrb render --format pdf`, a long note / bare Node",
    on: "start",
    of: "rrb render NOTE --format pdf",
    by: "node -e 0",
    most: 10,
  },
  {
    what: "`rrb import`, a .docx of 20 pages / mammoth alone",
    on: "start",
    of: "rrb import, a .docx of 20 pages",
    by: "mammoth alone on it",
    most: 1.5,
  },
];
/** In MB. */
const MOST_MEMORY = 150;

/** The rows of the table of goals, as far as they were measured. */
export function goalRows(results, round) {
  const rows = GOALS.flatMap(({ what, on, of, by, most, least }) => {
    const above = results.get(on)?.get(of);
    const below = results.get(on)?.get(by);
    if (above === undefined || below === undefined) return [];
    const ratio = above.ms / below.ms;
    const isMet = most === undefined ? ratio >= least : ratio <= most;
    return [[what, round(ratio), most === undefined ? `≥ ${least}` : `≤ ${most}`, isMet ? "met" : "missed"]];
  });
  const memory = results.get(10_000)?.get("rrb actions --open")?.mb;
  if (memory !== undefined && memory !== null) {
    const isMet = memory <= MOST_MEMORY;
    rows.push(["its peak memory, MB", memory.toFixed(0), `≤ ${MOST_MEMORY}`, isMet ? "met" : "missed"]);
  }
  const [many, most] = [10_000, 100_000].map((count) => {
    const found = results.get(count)?.get("rrb actions --open");
    return found === undefined ? undefined : found.ms / count;
  });
  if (many !== undefined && most !== undefined) {
    const ratio = most / many;
    rows.push(["time a note at 100,000 / at 10,000", round(ratio), "≤ 1.1", ratio <= 1.1 ? "met" : "missed"]);
  }
  return rows;
}
