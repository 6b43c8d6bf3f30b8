import { isDay } from "../model/day.ts";
import { readDay } from "../model/written-day.ts";
import { readTimes } from "../model/written-time.ts";
import { nearest } from "../source/nearest.ts";
import { isEmptyScalar, type YamlNode } from "../source/yaml-node.ts";
import type { Kind } from "./kinds.ts";

type Sentences = readonly [message: string, advice: string];

const FOUND = { scalar: "a text", list: "a list", map: "a set of keys" } as const;

const WANTED: Readonly<Record<Kind, string>> = {
  text: "a text",
  list: "a list",
  "text or list": "a text or a list of texts",
  keys: "a set of keys",
  day: "a date",
  time: "a time",
  "time zone": "a time zone",
  number: "a whole number from 1",
  "yes or no": "`yes` or `no`",
  meeting: "a meeting",
  choice: "a word",
};

/**
 * What to say of a value that is not of its kind; `name` is its key, or that of the list it is an entry of, `words` are
 * those to choose from, or the keys that belong here.
 */
export function wordValue(
  kind: Kind,
  node: YamlNode,
  name: string,
  isEntry: boolean,
  words: readonly string[],
): Sentences {
  if (isEmptyScalar(node))
    return [`An entry of \`${name}\` is empty.`, "Write what it says, or delete its line."];
  const isStructure = kind === "list" || kind === "keys" || kind === "text or list";
  if (node.kind !== "scalar" || isStructure) {
    const subject = isEntry ? `An entry of \`${name}\`` : `\`${name}\``;
    const message = `${subject} is ${FOUND[node.kind]} where ${WANTED[kind]} belongs.`;
    return [message, adviseStructure(kind, node, name, words)];
  }
  const written = `\`${shorten(node.text)}\``;
  if (kind === "day" && /^\d{4}-\d{2}-\d{2}$/.test(node.text)) {
    return [`${written} is no day of the calendar.`, "Look the day up, and write it as `2020-01-21`."];
  }
  const wanted = kind === "choice" ? `a value of \`${name}\`` : WANTED[kind];
  return [`${written} is not ${wanted}.`, adviseScalar(kind, node.text, words)];
}

function adviseScalar(kind: Kind, text: string, words: readonly string[]): string {
  switch (kind) {
    case "day": {
      const meant = readDay(text, null);
      return meant !== null && isDay(meant)
        ? `Write \`${meant}\`.`
        : "Write the year, the month and the day, as `2020-01-21`.";
    }
    case "time": {
      const meant = readTimes(text);
      return meant === null
        ? "Write when it starts and when it ends, as `10:30-12:30`."
        : `Write \`${meant}\`.`;
    }
    case "time zone":
      return "Write it as `Europe/London`, by continent and city.";
    case "number":
      return "Write it in digits, such as `5`.";
    case "yes or no":
      return "Write `yes` or `no`.";
    case "meeting":
      return "Write the date of the meeting, as its file is named: `2020-05-18`.";
    case "choice":
      return adviseChoice(text, words);
    default:
      return "Write it as words, in quotes where they hold a colon.";
  }
}

function adviseChoice(text: string, words: readonly string[]): string {
  const near = nearest(text, words);
  const all = `Write ${listWords(words)}.`;
  return near === null ? all : `Did you mean \`${near}\`? ${all}`;
}

function adviseStructure(kind: Kind, node: YamlNode, name: string, words: readonly string[]): string {
  switch (kind) {
    case "list":
      return node.kind === "scalar" && words.length === 0 && /^[\w .'&/-]{1,60}$/.test(node.text)
        ? `Write \`${name}: [${node.text}]\`.`
        : "Write each entry on a line of its own, indented, after `- `.";
    case "keys":
      return words.length === 0
        ? "Write `key: value` lines below it, indented."
        : `Write it as \`{ ${words[0]}: … }\`; its keys are ${listWords(words)}.`;
    case "text":
    case "text or list":
      return "Write one text, in quotes where it holds a colon.";
    default:
      return adviseScalar(kind, "", words);
  }
}

/** What to say of a key that is not known where it stands. */
export function wordUnknownKey(key: string, known: readonly string[]): Sentences {
  const message = `\`${shorten(key)}\` is no key that rrb knows here.`;
  const near = nearest(key, known);
  if (near !== null) return [message, `Did you mean \`${near}\`?`];
  if (known.length <= 8) return [message, `The keys here are ${listWords(known)}.`];
  const isMeeting = known.includes("date");
  return [message, isMeeting ? "Delete it, or write what it says below the front matter." : "Delete it."];
}

/** What to say of a key that has to be there. */
export function wordMissing(name: string, kind: Kind): Sentences {
  if (kind === "day")
    return [`The key \`${name}\` is missing.`, `Write \`${name}: 2020-01-21\`, with the day of the meeting.`];
  return [`The key \`${name}\` is missing here.`, `Write \`${name}: \` and what it is.`];
}

function listWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
