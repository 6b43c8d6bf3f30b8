import type { Day } from "../model/day.ts";
import type { Fault } from "../model/meeting.ts";
import type { Located } from "../source/source-file.ts";
import type { Fields } from "./fields.ts";
import type { Outline, Section } from "./outline.ts";
import type { Passage } from "./passage.ts";

/** A note taken apart as its form asks for: what it says of itself, and the sections that hold its business. */
export interface Form {
  readonly outline: Outline;
  readonly fields: Fields;
  /** Every day on which the note says that it was held, with its place. */
  readonly statedDates: readonly Located<Day>[];
  /** What stands behind an attendance list, by its section. */
  readonly leftOver: ReadonlyMap<Section, readonly Passage[]>;
  readonly faults: readonly Fault[];
}
