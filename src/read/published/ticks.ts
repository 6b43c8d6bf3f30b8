/** Marks by which people tick off what is done, as they stand within the brackets of a pattern. */
const DONE = "\\u2713\\u2714\\u2705\\u2611\\u221a";
/** Marks for what is not: crosses, an empty box, an hour-glass, lights. */
const NOT_DONE =
  "\\u2610\\u2717\\u2718\\u274c\\u274e\\u2716\\u23f3\\u231b\\u{1f504}\\u{1f7e2}\\u{1f7e1}\\u{1f7e0}\\u{1f534}";

/** A mark that says how an action stands, for use in a pattern with the flag `u`; a sign that colours it may follow. */
export const TICK = `[${DONE}${NOT_DONE}]\\ufe0f?`;

/** Whether such a mark says that the action is done. */
export function ticksOff(mark: string): boolean {
  return new RegExp(`[${DONE}]`, "u").test(mark);
}
