import type { Certificate, Figures } from "../ledger/audit.ts";
import { greatest } from "../source/many.ts";
import type { Output } from "../world.ts";
import type { Paint } from "./colour.ts";
import { GAP } from "./column-widths.ts";
import { foldLines } from "./prose.ts";
import { drawTable } from "./table.ts";
import { clean, joinShown, type Shown } from "./untrusted.ts";
import { widthOf, wrapText } from "./width.ts";

const HEADINGS: Readonly<Record<keyof Figures, string>> = {
  opening: "Opening",
  broughtForward: "B/f",
  reopened: "Reopened",
  raised: "Raised",
  closed: "Closed",
  withdrawn: "Withdrawn",
  moved: "Moved",
  carried: "Carried",
  noUpdate: "No update",
  unaccounted: "Unaccounted",
  reportedLate: "Late",
};

/** Columns that a terminal is spared where they hold nothing. */
const RARE: readonly (keyof Figures)[] = ["reopened", "withdrawn", "moved", "noUpdate", "reportedLate"];

const LAW =
  "At each meeting opening + brought forward + reopened + raised = closed + withdrawn + moved + carried; carried counts the unaccounted.";

/** The figures of each meeting and their sums: a table, or on a terminal that is too narrow for one, the equations. */
export async function drawFigures(certificate: Certificate, output: Output, paint: Paint): Promise<Shown> {
  const { meetings, total } = certificate;
  const all = Object.keys(HEADINGS) as (keyof Figures)[];
  const held = all.filter((name) => !output.isTerminal || !RARE.includes(name) || total[name] > 0);
  const headings = ["Meeting", ...held.map((name) => HEADINGS[name])];
  const rowOf = (title: string, figures: Figures) => [title, ...held.map((name) => String(figures[name]))];
  const rows = [...meetings.map((figures) => rowOf(figures.id, figures)), rowOf("Total", total)];
  const terminal = output.isTerminal ? (output.columns ?? 80) : Number.POSITIVE_INFINITY;
  if (widthNeeded([headings, ...rows]) > terminal)
    return clean(foldLines([...writeEquations(certificate), LAW].join("\n"), terminal));
  const columns = headings.map((heading, i) =>
    i === 0 ? { heading, isWhole: true } : { heading, align: "right" as const },
  );
  const spared = all.filter((name) => !held.includes(name)).map((name) => HEADINGS[name].toLowerCase());
  const nothing = spared.length === 0 ? "" : ` Nowhere any: ${spared.join(", ")}.`;
  const told = wrapText(LAW + nothing, output.columns, "");
  return joinShown([await drawTable(columns, rows, output, paint), ...told], "\n");
}

/** How many columns of a terminal a table takes in which no word is broken. */
function widthNeeded(rows: readonly (readonly string[])[]): number {
  const widths = rows[0]!.map((_, i) =>
    greatest(
      rows.flatMap((row) => row[i]!.split(" ").map(widthOf)),
      1,
    ),
  );
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

/** `6 opening + 2 raised = 2 closed + 1 withdrawn + 5 carried`, and below it how the open ones were spoken of. */
function writeEquations({ meetings, total }: Certificate): string[] {
  return [...meetings, { ...total, id: "Total" }].flatMap((figures) => {
    const { id, opening, broughtForward, reopened, raised, closed, withdrawn, moved, carried } = figures;
    const some = (parts: readonly (readonly [number, string])[]) =>
      parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
    const before = some([
      [broughtForward, "brought forward"],
      [reopened, "reopened"],
      [raised, "raised"],
    ]);
    const after = some([
      [closed, "closed"],
      [withdrawn, "withdrawn"],
      [moved, "moved"],
    ]);
    const spoken = some([
      [figures.noUpdate, "without update"],
      [figures.unaccounted, "unaccounted"],
      [figures.reportedLate, "reported late"],
    ]);
    return [
      id,
      `  ${[`${opening} opening`, ...before].join(" + ")} = ${[...after, `${carried} carried`].join(" + ")}`,
      ...(spoken.length === 0 ? [] : [`  ${spoken.join(", ")}`]),
    ];
  });
}
