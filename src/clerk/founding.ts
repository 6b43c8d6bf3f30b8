import type { Listener, Wording } from "../ask.ts";
import { type Day, isDay } from "../model/day.ts";
import { readDay } from "../model/written-day.ts";
import { Refusal } from "../refusal.ts";
import type { Body, Founding } from "../write/new-board.ts";
import { STANDING_ITEMS } from "../write/standing-items.ts";

/** What was said of a new board by options; what was not said is to be asked for, or is left open. */
export interface Stated {
  readonly name: string | null;
  readonly shortName: string | null;
  readonly secretariat: string | null;
  /** Null where no option names any. */
  readonly bodies: readonly Body[] | null;
  readonly standingItems: readonly string[] | null;
  readonly date: Day | null;
}

/** Reads a body: `MPS – Metropolitan Police Service`, `MPS: …`, or a name alone. Throws a Refusal for an empty one. */
export function readBody(typed: string): Body {
  const [, id, name] = /^\s*(.+?)\s*(?::|\s[-\u2013\u2014])(?:\s+(.*?))?\s*$/.exec(typed) ?? [];
  const alone = typed.trim();
  if (alone === "") throw new Refusal("That names no body. Write it as `MPS: Metropolitan Police Service`.");
  return id === undefined ? { id: alone, name: alone } : { id, name: name || id };
}

/** Demands that no two bodies go by one name. */
export function demandDistinct(bodies: readonly Body[]): void {
  const seen = new Set<string>();
  for (const { id } of bodies) {
    if (seen.has(id.toLowerCase()))
      throw new Refusal(`\`${id}\` is named twice. Give each body a name of its own.`);
    seen.add(id.toLowerCase());
  }
}

/** A day that lies before today is no day for a first meeting. */
export function demandToCome(date: Day, today: Day): void {
  if (date < today)
    throw new Refusal(`\`${date}\` has passed. Write the day of a meeting to come, as \`2027-01-21\`.`);
}

/** Asks for what options did not say; null once somebody stops. */
export async function askFounding(stated: Stated, listener: Listener, today: Day): Promise<Founding | null> {
  const name = stated.name ?? (await askFilled(listener, "What is the board called?"));
  if (name === null) return null;
  const shortName = stated.shortName ?? (await askShortName(listener, name));
  if (shortName === null) return null;
  const secretariat = stated.secretariat ?? (await askSecretariat(listener));
  if (secretariat === null) return null;
  const bodies = stated.bodies ?? (await askBodies(listener, secretariat));
  if (bodies === null) return null;
  const standingItems = stated.standingItems ?? (await askItems(listener));
  if (standingItems === null) return null;
  const date = stated.date ?? (await askDate(listener, today));
  if (date === null) return null;
  return {
    name,
    shortName: shortName || null,
    secretariat: secretariat || null,
    bodies,
    standingItems,
    date,
  };
}

async function askFilled(listener: Listener, question: string): Promise<string | null> {
  const judge = (typed: string) => (typed.trim() === "" ? "Type a name, then Enter." : null);
  return trimmed(await listener.askWords(question, { judge }));
}

async function askShortName(listener: Listener, name: string): Promise<string | null> {
  const initials = name.match(/\b\p{Lu}/gu)?.join("") ?? "";
  return trimmed(
    await listener.askWords("What is it called for short?", { initial: initials.length > 1 ? initials : "" }),
  );
}

async function askSecretariat(listener: Listener): Promise<string | null> {
  const question = "Which body is its secretariat?";
  return trimmed(await listener.askWords(question, { placeholder: "such as: MOPAC; Enter for none" }));
}

function trimmed(answer: string | null): string | null {
  return answer === null ? null : answer.trim();
}

/** Asks for one body after another, until one is left empty. */
async function askBodies(listener: Listener, secretariat: string): Promise<Body[] | null> {
  const bodies: Body[] = [];
  for (;;) {
    const isFirst = bodies.length === 0;
    const wording: Wording = {
      initial: isFirst && secretariat !== "" ? `${secretariat} \u2013 ` : "",
      placeholder: isFirst
        ? "such as: MPS \u2013 Metropolitan Police Service"
        : "Enter when all of them are named",
      judge: (typed) => judgeBody(typed, bodies),
    };
    const typed = await listener.askWords(
      isFirst ? "Which bodies sit on it? One at a time, with its full name" : "And which other body?",
      wording,
    );
    if (typed === null) return null;
    if (typed.trim() === "") return bodies;
    bodies.push(readBody(typed));
  }
}

function judgeBody(typed: string, bodies: readonly Body[]): string | null {
  if (typed.trim() === "") return null;
  try {
    demandDistinct([...bodies, readBody(typed)]);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

async function askItems(listener: Listener): Promise<readonly string[] | null> {
  const question = "What stands on every agenda?";
  const choice = await listener.choose(
    question,
    [
      { value: "usual", label: STANDING_ITEMS.join(" · ") },
      { value: "own", label: "Something else, which I type" },
    ],
    "usual",
  );
  if (choice !== "own") return choice === null ? null : STANDING_ITEMS;
  const items: string[] = [];
  for (;;) {
    const placeholder =
      items.length === 0 ? "such as: Welcome and apologies" : "Enter when all of them are named";
    const judge = (typed: string) =>
      items.length === 0 && typed.trim() === "" ? "Type the first item, then Enter." : null;
    const typed = await listener.askWords(`Item ${items.length + 1}?`, { placeholder, judge });
    if (typed === null) return null;
    if (typed.trim() === "") return items;
    items.push(typed.trim());
  }
}

async function askDate(listener: Listener, today: Day): Promise<Day | null> {
  const judge = (typed: string) => {
    const day = dayTyped(typed, today);
    if (day === null) return "Type a day such as `21 January 2027` or `2027-01-21`.";
    return day < today ? `\`${typed.trim()}\` has passed. Type a day to come.` : null;
  };
  const typed = await listener.askWords("On which day is its first meeting?", {
    placeholder: "such as: 21 January 2027",
    judge,
  });
  return typed === null ? null : dayTyped(typed, today);
}

function dayTyped(typed: string, today: Day): Day | null {
  const day = readDay(typed.trim(), today);
  return day !== null && isDay(day) ? day : null;
}
