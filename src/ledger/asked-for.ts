/** A meeting that is still to come, in the words that notes use for it. */
export const MEETING_TO_COME =
  "(?:(?:the|a|an|our|its)\\s+)?(?:next|future|following|subsequent|forthcoming|coming|later)\\s+(?:[\\p{L}&-]+\\s+){0,3}?meetings?\\b";

const WILL = "(?:to|will|shall|should|must)\\s+(?:also\\s+)?";

/** `Deep dive to be scheduled for next meeting`, `an item on drugs will be on the agenda at the next meeting`. */
const PASSIVE = new RegExp(
  `^(?<topic>.+?)\\s+(?:(?:is|are|has|have)\\s+)?${WILL}(?:(?:come|go)\\s+(?:back|on)|return|be\\s+(?:further\\s+)?` +
    "(?:discussed|scheduled|considered|presented|reviewed|revisited|covered|raised|taken|tabled|added|included|put|" +
    "placed|brought|picked\\s+up|(?:on|onto)\\s+the\\s+agenda|an?\\s+(?:[\\p{L}-]+\\s+){0,2}item))\\b" +
    `[^.]{0,80}?\\b(?:at|in|on|onto|for|to|of|during)\\s+${MEETING_TO_COME}`,
  "iu",
);

/** `MPS to bring a paper on custody back to a future meeting`, `Add housing to the agenda of the next meeting`. */
const ACTIVE = new RegExp(
  `^(?:(?:[^.]*?\\s)?${WILL})?` +
    "(?:add|put|place|include|schedule|table|discuss|consider|review|revisit|bring|present|return\\s+to)\\s+" +
    "(?:back\\s+|forward\\s+)?(?<topic>.+?)\\s+(?:back\\s+)?(?:at|in|on|onto|for|to|during)\\s+" +
    `(?:(?:the\\s+)?agenda\\s+(?:at|of|for)\\s+)?${MEETING_TO_COME}`,
  "iu",
);

/** `A more substantive item on …`: the item is what comes after it. */
const AN_ITEM_ON = /^(?:an?|the)?\s*(?:[\p{L}-]+\s+){0,2}item\s+(?:on|about|for)\s+/iu;

/** What is longer, in characters, is no sentence that asks for an item. */
const LONGEST_SENTENCE = 400;

/** The title of the item of a coming meeting that an action asks for; null where it asks for none. */
export function findAskedFor(text: string): string | null {
  for (const sentence of text.split(/(?<=[.!?;])\s+(?=\p{Lu})/u)) {
    if (sentence.length > LONGEST_SENTENCE) continue;
    const topic = (PASSIVE.exec(sentence) ?? ACTIVE.exec(sentence))?.groups?.topic;
    if (topic !== undefined) return titleOf(topic);
  }
  return null;
}

/** Words as the title of an item: no article, a capital letter, no stop. */
export function titleOf(words: string): string {
  const bare = words
    .trim()
    .replace(/[\s.,;:–—-]+$/, "")
    .replace(AN_ITEM_ON, "")
    .replace(/^(?:an?|the)\s+/i, "");
  const title = bare === "" ? words.trim() : bare;
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}
