import type { Decision } from "../model/meeting.ts";
import type { Edit } from "../source/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { insert } from "./edit.ts";

/** An action or a decision whose own line bears no number yet. */
export interface Unnumbered {
  /** The word that marks such a line: `Action`, `Agreed`. */
  readonly word: "Action" | Decision["kind"];
  readonly number: number;
  readonly text: string;
  /** Where the marker stands; empty where one marker speaks for a list, or a map of YAML says what it is. */
  readonly marker: Span;
  readonly span: Span;
}

const BOX = /^\[[ xX]\]\s+/;

/** A number behind the marker; where one marker speaks for a whole list, a marker of its own before the entry. */
export function numberLine({ word, number, marker }: Unnumbered, text: string): Edit {
  if (marker.end > marker.start) return insert(marker.end, ` ${number}`);
  const box = BOX.exec(text.slice(marker.start, marker.start + 8))?.[0].length ?? 0;
  return insert(marker.start + box, `${word} ${number}: `);
}
