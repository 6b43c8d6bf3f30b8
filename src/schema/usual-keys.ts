import { isDay } from "../model/day.ts";
import { MEETING_STATES } from "../model/meeting.ts";
import { isEmptyScalar, type YamlNode } from "../source/yaml-node.ts";
import { CLOCK } from "./kinds.ts";

/** The keys that nearly every note has, and whether a value is of their kind. */
const USUAL: ReadonlyMap<string, (value: YamlNode) => boolean> = new Map([
  ["date", isDate],
  ["time", (value) => isText(value) && CLOCK.test(value.text)],
  ["place", isText],
  ["state", (value) => isText(value) && STATES.has(value.text)],
  ["chair", isText],
  ["present", isListOfTexts],
  ["in-attendance", isListOfTexts],
  ["apologies", isListOfTexts],
  ["absent", isListOfTexts],
  ["next-meeting", isDate],
  ["title", isText],
]);

const STATES: ReadonlySet<string> = new Set(MEETING_STATES);

/**
 * Whether front matter has a date and otherwise usual keys alone, each with a value of its kind: then the schema has
 * nothing to find in it. To ask this takes a tenth of the time in which zod answers; all else is asked of zod.
 */
export function isUsual(node: YamlNode): boolean {
  return (
    node.kind === "map" &&
    node.entries.some(({ key }) => key.value === "date") &&
    node.entries.every(({ key, value }) => USUAL.get(key.value)?.(value) === true)
  );
}

function isText(node: YamlNode): node is Extract<YamlNode, { kind: "scalar" }> {
  return node.kind === "scalar" && !isEmptyScalar(node);
}

function isListOfTexts(node: YamlNode): boolean {
  return node.kind === "list" && node.items.every(isText);
}

function isDate(node: YamlNode): boolean {
  return isText(node) && /^\d{4}-\d{2}-\d{2}$/.test(node.text) && isDay(node.text);
}
