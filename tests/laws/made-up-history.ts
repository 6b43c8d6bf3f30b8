import fc from "fast-check";
import { addDays } from "../../src/model/day.ts";
import type { History, Sitting, Told } from "./history.ts";

/** Gives the next number below a bound; 0 when all numbers are used up, so that histories shrink to plain ones. */
type Draw = (below: number) => number;

/** Histories of a board: up to a dozen meetings, some of them irregular, and what becomes of some dozens of actions. */
export function madeUpHistories(): fc.Arbitrary<History> {
  return fc.array(fc.nat({ max: 9999 }), { maxLength: 400, size: "max" }).map((numbers) => {
    let at = 0;
    return makeUp((below) => (numbers[at++] ?? 0) % below);
  });
}

const STATUSES: Readonly<Record<Told["means"], readonly string[]>> = {
  open: [
    "Ongoing",
    "In progress",
    "Delayed",
    "Awaiting the figures",
    "Proposed for closure",
    "Halfway there",
  ],
  "no update": ["No update"],
  closed: ["Complete", "Done", "Closed", "Discharged"],
  withdrawn: ["Withdrawn", "No longer required"],
  moved: ["Superseded by", "Merged into", "Split into"],
};
const UPDATES = [
  "",
  "",
  " – the figures came late",
  " – see paper 4, and the letter of March",
  ". All members agreed",
];

interface Making {
  readonly draw: Draw;
  readonly wordings: string[];
  /** The actions that some meeting has spoken of, and whether each is open, as far as the making goes. */
  readonly isOpen: Map<number, boolean>;
}

function makeUp(draw: Draw): History {
  const making: Making = { draw, wordings: [], isOpen: new Map() };
  const sittings: Sitting[] = [];
  let day = "2019-01-15";
  for (let left = 1 + draw(10); left > 0; left--) {
    sittings.push(makeSitting(making, day, day));
    if (draw(8) === 1) sittings.push(makeSitting(making, `${day}-extraordinary`, day));
    day = addDays(day, 20 + draw(90));
  }
  const agenda = [...making.isOpen.keys()].filter(() => draw(5) !== 1);
  return { wordings: making.wordings, sittings, agenda };
}

function makeSitting(making: Making, id: string, day: string): Sitting {
  const { draw, isOpen } = making;
  const kinds = [
    "as usual",
    "as usual",
    "as usual",
    "as usual",
    "as usual",
    "silent",
    "all complete",
    "not reviewed",
    "cancelled",
  ] as const;
  const went = kinds[draw(kinds.length)]!;
  const told: Told[] = [];
  const time = id === day ? "10:30-12:30" : "14:00-15:00";
  if (went === "cancelled") {
    for (const action of isOpen.keys())
      told.push({ action, names: "by reference", ...say(making, "closed") });
    return { id, time, went, told, raises: [], isNumbered: false };
  }
  const raises: { action: number; number: number }[] = [];
  let number = 0;
  for (let left = draw(4); left > 0; left--) {
    number += 1 + (draw(6) === 1 ? 1 : 0);
    raises.push({ action: newAction(making), number });
  }
  if (went !== "silent") told.push(...tellAll(making, went === "as usual"));
  for (const { action } of raises) isOpen.set(action, true);
  return { id, time, went, told, raises, isNumbered: draw(2) === 1 };
}

/** What a meeting says of the actions before it, in no order, and of some that nobody at hand has raised. */
function tellAll(making: Making, isUsual: boolean): Told[] {
  const { draw, isOpen } = making;
  const told: Told[] = [];
  for (const [action, open] of isOpen) {
    const isSpokenOf = open ? (isUsual ? draw(7) !== 1 : draw(7) === 1) : draw(12) === 1;
    if (isSpokenOf) told.push(...tell(making, action));
  }
  const isFirst = isOpen.size === 0;
  for (let left = isFirst ? draw(6) : draw(12) - 9; left > 0; left--) {
    const action = newAction(making);
    told.push({ action, names: "by its words", ...say(making, "open", "closed", "no update") });
  }
  for (let i = told.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [told[i], told[j]] = [told[j]!, told[i]!];
  }
  const heard = addMoves(making, told);
  for (const { action, means } of heard) isOpen.set(action, means === "open" || means === "no update");
  return heard;
}

function tell(making: Making, action: number): Told[] {
  const names = (["by reference", "by reference", "by its words", "nearly by its words"] as const)[
    making.draw(4)
  ]!;
  const once = {
    action,
    names,
    ...say(making, "open", "closed", "no update", "withdrawn", "open", "closed"),
  };
  if (making.draw(15) !== 1) return [once];
  const twice = { action, names: "by reference" as const, ...say(making, "open", "closed") };
  return [{ ...once, names: "by reference" }, twice];
}

/** Turns some reports into moves; no target of one is itself on the move at the same meeting. */
function addMoves(making: Making, told: readonly Told[]): Told[] {
  const { draw, isOpen } = making;
  const movers = new Set<number>();
  const targets = new Set<number>();
  return told.map((report) => {
    const { action } = report;
    const isTwice = told.filter((other) => other.action === action).length > 1;
    if (draw(6) !== 1 || isTwice || targets.has(action) || !isOpen.has(action)) return report;
    const goals = [...isOpen.keys()].filter((other) => other !== action && !movers.has(other));
    const to = ([goals[draw(goals.length || 1)], "a borough", "nowhere"] as const)[
      draw(4) > 1 ? 0 : 1 + draw(2)
    ];
    if (to === undefined) return report;
    movers.add(action);
    if (typeof to === "number") targets.add(to);
    return { ...report, means: "moved", status: STATUSES.moved[draw(3)]!, to };
  });
}

function say({ draw }: Making, ...means: Told["means"][]): Pick<Told, "means" | "status"> {
  const meant = means[draw(means.length)]!;
  const words = STATUSES[meant];
  return { means: meant, status: `${words[draw(words.length)]}${UPDATES[draw(UPDATES.length)]}` };
}

/** Half of its words no other action has, so that no two of them are ever taken for one. */
function newAction({ draw, wordings }: Making): number {
  const action = wordings.length;
  const own = [0, 1, 2, 3].map((turn) => inventWord(1000 + action * 4 + turn));
  const common = [0, 1, 2, 3].map(() => inventWord(draw(200)));
  const words = own.flatMap((word, index) => [common[index]!, word]);
  wordings.push(`Convene ${words.join(" ")}`);
  return action;
}

const SYLLABLES = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"];

/** A word for a number below 10,000, another one for each. */
function inventWord(number: number): string {
  return [...String(number).padStart(4, "0")].map((digit) => SYLLABLES[Number(digit)]).join("");
}
