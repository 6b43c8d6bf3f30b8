/** Verbs with which minutes tell somebody what to do. They only ever help to choose between two readings. */
const VERBS =
  /^(?:add|adjust|advertise|advise|agree|amend|analyse|apply|appoint|approach|arrange|ask|assess|attend|book|borrow|bring|build|chase|check|circulate|clarify|clean|clear|co-ordinate|collate|collect|compare|compile|complete|confirm|consider|consult|contact|coordinate|count|create|cut|deliver|determine|develop|discuss|display|distribute|draft|draw|e-mail|email|engage|ensure|establish|evaluate|examine|explore|feed|finalise|find|fit|fix|follow|form|forward|gather|get|give|hang|highlight|hire|hold|identify|include|inform|inspect|install|investigate|invite|issue|keep|liaise|link|list|look|make|measure|meet|mend|monitor|move|mow|notify|obtain|order|organise|paint|pass|pay|phone|place|plan|plant|post|prepare|present|price|print|produce|progress|propose|provide|publicise|publish|purchase|put|raise|recirculate|record|recruit|refer|remind|remove|repair|replace|reply|report|request|research|respond|return|review|revise|ring|run|schedule|seek|send|set|share|sign|sort|source|speak|submit|supply|support|take|talk|tell|test|thank|tidy|train|update|upload|visit|work|write)\b/i;

/** Whether words begin by telling somebody what to do: `Add the policy to the agenda`. */
export function beginsAsAction(text: string): boolean {
  return VERBS.test(text.replace(/^(?:to|please)\s+/i, ""));
}

const ACTIONS =
  /^\s*(?:(?:the|new|agreed|key)\s+)*(?:actions(?:\s+(?:agreed|arising|required|points|items))?|action\s+(?:points|items))\s*:?\s*$/i;

/** Whether words head actions and say no more: `Actions:`, `Action points`. */
export function headsActions(words: string): boolean {
  return ACTIONS.test(words);
}

const ORDER =
  /^(?:the\s+)?\p{Lu}[\p{L}.'\u2019&/,-]*(?:\s+(?:\p{Lu}[\p{L}.'\u2019&/,-]*|and|of|the|for|&)){0,8}\s+to\s+(?!be\b)\p{Ll}/u;

/** Whether words begin by giving somebody something to do: `Bo Lee to print the fares`. */
export function beginsAsOrder(text: string): boolean {
  return ORDER.test(text);
}
