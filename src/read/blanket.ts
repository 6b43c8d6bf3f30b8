import type { BlanketReport, Fault } from "../model/meeting.ts";
import type { Span } from "../source/source-file.ts";
import type { MarkedLine } from "./marked-line.ts";

const BLANKET =
  /^(?:(?<all>all\b(?:\s+(?<count>\d+))?\s+(?:(?:previous|earlier|open)\s+)?(?:actions?\s+)?(?:are\s+|were\s+|have\s+been\s+)?(?:now\s+)?(?:complete|completed|closed))|not\s+reviewed)\b(?:\s*[-\u2013\u2014:,.;]+\s*)?(?<reason>.*)$/is;

/** `all complete except 3` names nothing that rrb could be sure of: it speaks for none. */
const EXCEPTION =
  /\b(?:except\w*|excluding|excepted|but|apart|other\s+than|save|bar|aside|not|still|yet|remain\w*|outstanding)\b/i;

/** A sentence for all, as far as it is one: without its colon and the word before it. */
type Sentence = Pick<MarkedLine, "text" | "number" | "span">;

/** Reads the sentence that speaks for all: `Actions: all 12 complete`, `Actions: not reviewed – REASON`. */
export function readBlanket({ text, number, span }: Sentence): BlanketReport | null {
  const parts = number === null ? BLANKET.exec(text)?.groups : undefined;
  if (parts === undefined || makesException(text)) return null;
  return {
    says: parts.all === undefined ? "not reviewed" : "all complete",
    count: parts.count === undefined ? null : Number(parts.count),
    reason: parts.reason === "" ? null : parts.reason!,
    span,
  };
}

/** Whether a text begins as such a sentence does, valid or not: then it names no action of its own. */
export function isBlanket(text: string): boolean {
  return BLANKET.test(text);
}

/** The fault of a sentence for all that makes an exception. */
export function exceptionFault(span: Span): Fault {
  return {
    rule: "status-is-known",
    span,
    message: "This sentence makes an exception, so it speaks for no action.",
    advice: "Write a row for each action that is open; then `Actions: all complete` speaks for the others.",
  };
}

function makesException(text: string): boolean {
  const parts = BLANKET.exec(text)?.groups;
  return parts?.all !== undefined && EXCEPTION.test(parts.reason ?? "");
}
