import type { Meeting, Note } from "../model/meeting.ts";
import type { Located } from "../source/source-file.ts";
import { entryOf, type YamlMap, type YamlNode } from "../source/yaml-node.ts";
import { elementsOf, textOf } from "./fields.ts";

/** What a note says of another one that its meeting confirmed. */
export interface Confirming {
  /** The id of the meeting whose note was confirmed. */
  readonly meeting: string;
  /** The fingerprint that the note had then; null where none is given. */
  readonly fingerprint: Located<string> | null;
  readonly map: YamlMap;
}

type Confirmed = Pick<Note, "frontMatter">;

/** The notes that the meeting of a note confirmed, as its key `confirms` lists them. */
export function readConfirms({ frontMatter }: Confirmed): readonly Confirming[] {
  return elementsOf(entryOf(frontMatter, "confirms")).flatMap((map) => {
    const meeting = textOf(entryOf(map, "meeting"));
    if (map.kind !== "map" || meeting === null) return [];
    return [{ meeting, fingerprint: located(entryOf(map, "fingerprint")), map }];
  });
}

/** The entry for a meeting among the notes that another meeting confirmed; null where there is none. */
export function findConfirming(note: Confirmed, { id }: Pick<Meeting, "id">): Confirming | null {
  return readConfirms(note).find(({ meeting }) => meeting === id) ?? null;
}

/** The fingerprint that a note was confirmed with; null where it has none. */
export function readFingerprint({ frontMatter }: Confirmed): Located<string> | null {
  return located(entryOf(frontMatter, "fingerprint"));
}

/** The corrections that a note lists, each as it was agreed. */
export function readCorrections({ frontMatter }: Note): readonly string[] {
  return elementsOf(entryOf(frontMatter, "corrections")).flatMap((node) => textOf(node) ?? []);
}

function located(node: YamlNode | null): Located<string> | null {
  const text = textOf(node);
  return text === null ? null : { value: text, span: node!.span };
}
