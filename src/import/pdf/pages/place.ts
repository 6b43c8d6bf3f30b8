import type { Origin } from "../../imported.ts";

/** More lines than a page can have. */
const PAGE = 100_000;

/** A page and a line of it, each from 1, as the one number that blocks have for their place. */
export function placeOf(page: number, line: number): number {
  return page * PAGE + line;
}

/** The page and the line of a place. */
export function originOf(place: number): Origin & { readonly page: number } {
  return { page: Math.floor(place / PAGE), line: place % PAGE };
}
