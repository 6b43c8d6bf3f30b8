const MARKED =
  /^\s*[[(]?\s*(?:(?:(?:agreed|new)\s+)?actions?(?:\s+(?:points?|items?))?|AP(?=\s?(?:\d|:))|A(?=\d{1,3}\s*[:\u2013\u2014-])|decisions?|agreed|(?:it\s+was\s+)?resolved|endorsed|noted|recommended|recommendations?|deferred|forward\s+plan)\s*(?:no\.?\s*)?(?:\d{1,4}(?:[./]\d{1,4})*[a-z]?)?\s*(?:\([^)]*\)|\[[^\]]*\])?\s*(?::|[-\u2013\u2014]\s|\.\s|that\s)/i;
const NAMED =
  /^\s*[[(]?\s*action(?:\s+points?)?\s*\d*\s+(?!(?:plan|log|list|tracker|report|register|points?|items?|summary|table|update|review|from|arising|taken)s?\b)[^:]{1,60}(?::|\s[-\u2013\u2014]\s)/i;
const LOUD = /^\s*ACTION(?:\s+\d+)?\s+\p{Lu}\S*\s+(?:to|will)\s/u;

/** Whether a line in bold or in a heading is a marked line all the same: an action, a decision. */
export function isMarkedHeading(line: string): boolean {
  if (/^\s*(?:new\s+|agreed\s+)?actions?(?:\s+(?:points?|items?))?\s*:\s*$/i.test(line))
    return !/s\s*:?\s*$/i.test(line);
  return MARKED.test(line) || NAMED.test(line) || LOUD.test(line);
}
