/** What stands in a text until somebody knows better: `TBC`, `XX`, `??`, `[check]`. */
export const PLACEHOLDER = new RegExp(
  [
    "(?<![\\w-])TB[ACD](?![\\w-])",
    // Roman numerals are no gap: `Part XX`.
    "(?<!\\b(?:part|article|chapter|section|title|schedule|annex|appendix|volume|century)\\s)(?<![\\p{L}\\p{N}])X{2,}(?![\\p{L}\\p{N}])",
    "\\?{2,}",
    "\\[(?:check|insert|add|fill|confirm|complete|who|when|date|time|number|figures?|amount|placeholder|tb[acd]|x{2,}|to\\s+(?:be\\s+)?(?:confirm|check|follow|add|complete|insert)\\w*|\\?|\\u2026|\\.{3})(?:[\\s:,?\\u2026.][^\\]]{0,80})?\\]",
    "\\[(?:name|surname|first name|organisation|owner)\\]",
    "\\blorem ipsum\\b",
  ].join("|"),
  "giu",
);

/**
 * Finds nothing where `PLACEHOLDER` does not. A bracket counts where one of its words may begin behind it, or markup:
 * most notes have links, and the words of few of those begin so.
 */
export const PLACEHOLDER_HINT =
  /\bTB[ACD]\b|XX|\?\?|\[(?:[^a-z]|[a-z][^a-z]|ch|in|ad|fi|co|wh|da|ti|nu|am|pl|tb|xx|to|na|su|or|ow)|lorem/i;

/** Whether such words stand in a text. */
export function holdsPlaceholder(text: string): boolean {
  return PLACEHOLDER_HINT.test(text) && text.search(PLACEHOLDER) >= 0;
}
