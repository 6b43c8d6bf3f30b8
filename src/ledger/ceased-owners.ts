import { findOrganisation } from "../model/board.ts";
import type { Day } from "../model/day.ts";
import type { Book } from "./book.ts";

/** Tells of the open actions whose owner no longer exists on a day, and of what the owner became. */
export function tellOfCeasedOwners(book: Book, day: Day): void {
  for (const action of book.open) {
    for (const owner of action.owners) {
      const body = findOrganisation(book.board, owner);
      if (body === null || body.until === null || body.until >= day) continue;
      book.irregularities.push({
        meeting: action.entries.at(-1)!.meeting,
        kind: "owner has ceased",
        ref: action.ref,
        owner,
        successor: body.became,
      });
    }
  }
}
