/** The marker of an action that stands behind another sentence in one line, where no note in rrb's own form has one. */
export const ACTION_WITHIN_A_LINE =
  /(?=A)(?<=[.;!?)\u2019\u201d"]\s+)A(?:ction|CTION)s?(?:\s+\d{1,4})?(?:\s*\([^()\n]{1,80}\))?(?:\s*:|\s+[-\u2013\u2014]\s)/g;

/**
 * Finds one wherever `ACTION_WITHIN_A_LINE` does behind other words of its line. Between the two stand only space and
 * markup, and no word follows: most actions of most notes begin a line, and a heading speaks of `2. Actions from`.
 */
export const ACTION_WITHIN_A_LINE_HINT =
  /[.;!?)\u2019\u201d"](?:[\s*_`[\]\\>]|&#?\w{1,8};){0,200}(?:<|(?<=[^\r\n])A(?:ction|CTION)s?(?!\s*[A-Za-z]))/;

/** The words of an action up to another one that stands in its line: of that `looks-like-an-action` tells. */
export function ownWords(text: string): string {
  const at = text.search(ACTION_WITHIN_A_LINE);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}
