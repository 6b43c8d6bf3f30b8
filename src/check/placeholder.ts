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

/** Finds nothing where `PLACEHOLDER` does not. */
export const PLACEHOLDER_HINT = /\bTB[ACD]\b|XX|\?\?|\[|lorem/i;

/** Whether such words stand in a text. */
export function holdsPlaceholder(text: string): boolean {
  return PLACEHOLDER_HINT.test(text) && text.search(PLACEHOLDER) >= 0;
}
