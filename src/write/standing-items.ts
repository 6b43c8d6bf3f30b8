/** The items of an agenda where a board names none. */
export const STANDING_ITEMS: readonly string[] = [
  "Welcome and apologies",
  "Minutes of the previous meeting",
  "Actions from previous meeting",
  "Any other business",
  "Date of next meeting",
];
