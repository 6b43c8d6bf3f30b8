import type { Shown } from "./untrusted.ts";

/**
 * What JSON leaves bare and a terminal might obey: DEL, C1, and the characters that reorder what stands around them; and
 * the bracket of what a CI system would take for a command.
 */
const BARE = /[\u007f-\u009f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?<=##)\[/g;

/** One JSON document of schema version 1; `null` is written, never left out. */
export function writeJson(document: Readonly<Record<string, unknown>>): Shown {
  return writeBareJson({ schemaVersion: 1, ...document });
}

/** One JSON document as it is. */
export function writeBareJson(document: object): Shown {
  const spell = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return { shown: JSON.stringify(document, null, 2).replace(BARE, spell) };
}
