import type { Block } from "../../block.ts";
import { countLines } from "../lines/line.ts";
import { makeStretch } from "../lines/stretch.ts";
import type { Piece } from "../sheet/pieces.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { Grid } from "../tables/grid.ts";
import { placeOf } from "./place.ts";

/** A page with the tables that its lines draw, and what of its words is text. */
export interface ReadPage {
  readonly sheet: Sheet;
  readonly grids: readonly Grid[];
  readonly pieces: readonly Piece[];
  readonly left: readonly Piece[];
}

/** Where on its page something stands, by its height. */
export function placesOn(sheet: Sheet): (on: { readonly baseline: number }) => number {
  const lineOf = countLines(sheet.pieces);
  return ({ baseline }) => placeOf(sheet.number, lineOf(baseline));
}

/** What is written from below or above comes last on its page, one line for each piece. */
export function readTurned(sheet: Sheet): Block[] {
  const place = placesOn(sheet);
  const [first] = sheet.turned;
  if (first === undefined) return [];
  const lines = sheet.turned.map((piece) => makeStretch([piece]).words);
  return [{ kind: "paragraph", place: place(first), lines }];
}
