import type { Fault } from "../model/meeting.ts";

/** A fault of the rule that front matter is YAML, every key of it known and every value of its kind. */
export function yamlFault(start: number, end: number, message: string, advice: string): Fault {
  return { rule: "front-matter-is-valid", span: { start, end }, message, advice };
}
