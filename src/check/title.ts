import { bagOf, containmentOf } from "../ledger/words.ts";
import { partOf } from "../read/section-parts.ts";

/** How much of the shorter title must stand in the longer one. */
const SAME_TITLE = 0.6;
const ANY_OTHER_BUSINESS = /\bany\s+other\s+business\b|\bA\.?O\.?B\b/i;
/** Words that stand in the titles of many items. */
const COMMON = /\b(?:the|an?|of|and|from|for|to|on|in|at|with|previous|last|next|meetings?)\b/gi;

/** Whether two titles mean the same item: `AOB`, or `Apologies` where `Welcome and apologies` is looked for. */
export function isSameItem(a: string, b: string): boolean {
  if (ANY_OTHER_BUSINESS.test(a) || ANY_OTHER_BUSINESS.test(b)) {
    return ANY_OTHER_BUSINESS.test(a) && ANY_OTHER_BUSINESS.test(b);
  }
  const part = partOf(a)?.kind;
  if (part !== undefined && part === partOf(b)?.kind) return true;
  return containmentOf(bagOf(tellingWords(a)), bagOf(tellingWords(b))) >= SAME_TITLE;
}

function tellingWords(title: string): string {
  const telling = title.replace(COMMON, " ").replace(/(\p{L}{3})s\b/gu, "$1");
  return /\p{L}/u.test(telling) ? telling : title;
}
