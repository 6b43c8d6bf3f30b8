import { type Plain, plainText, spanIn, squash } from "../../markdown/plain-text.ts";
import type { MarkedLine } from "../marked-line.ts";
import { readLeadingOwners, readNamedOwners } from "../owners.ts";
import type { Passage } from "../passage.ts";
import type { Reading } from "../reading.ts";
import { isOwnersAlone } from "./marked-line.ts";
import { sentenceStarts } from "./sentence.ts";

/** What the right-hand column of a table of minutes says: an action whole, or who has to do what stands beside it. */
export function assignFromColumn(passages: readonly Passage[], at: number, reading: Reading): MarkedLine[] {
  const passage = passages[at]!;
  const plain = plainText(reading.text, passage.lines);
  const words = squash(plain.text).replace(/^(?:action|owner)s?\s*:\s*/i, "");
  if (
    words === "" ||
    /^(?:[-\u2013\u2014]+|none|n\/?a|nil|no action|noted|for (?:note|noting|information)|closed|complete[d]?)\.?$/i.test(
      words,
    )
  )
    return [];
  const span = { start: plain.start, end: plain.end };
  const line = {
    kind: "Action" as const,
    number: null,
    cited: null,
    brackets: null,
    marker: { start: span.start, end: span.start },
  };
  if (!isOwnersAlone(words, reading.names) && words.split(" ").length > 3) {
    return [{ ...line, text: words, textSpan: span, span }];
  }
  const beside = besides(passages, at, reading);
  if (beside.length === 0) return [];
  return share(words, beside, reading).map(({ owner, text, textSpan }) => ({
    ...line,
    brackets: owner,
    text,
    textSpan,
    span,
  }));
}

interface Sentence {
  readonly text: string;
  readonly textSpan: MarkedLine["textSpan"];
}

/** The sentences that stand beside a cell of the column, in order. */
function besides(passages: readonly Passage[], at: number, reading: Reading): Sentence[] {
  let from = at;
  while (from > 0 && passages[from - 1]!.isInActionColumn) from--;
  const row = passages[from - 1]?.table;
  const sentences: Sentence[] = [];
  for (let i = from - 1; i >= 0 && passages[i]!.table === row && !passages[i]!.isInActionColumn; i--) {
    if (passages[i]!.kind === "text")
      sentences.unshift(...sentencesOf(plainText(reading.text, passages[i]!.lines)));
  }
  return sentences;
}

function sentencesOf(plain: Plain): Sentence[] {
  const starts = sentenceStarts(plain.text);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? plain.text.length;
    const text = squash(plain.text.slice(start, end));
    return text === "" ? [] : [{ text, textSpan: spanIn(plain, start, end) }];
  });
}

/** Each owner with the sentence that begins with it; where none does, all of them with the last sentence. */
function share(
  words: string,
  beside: readonly Sentence[],
  reading: Reading,
): (Sentence & { owner: string })[] {
  const owners = readNamedOwners(words, reading.names);
  const led = beside.flatMap((sentence) => {
    const leading = readLeadingOwners(sentence.text, reading.names);
    const shared = owners.filter((owner) => leading.some((one) => isSame(one, owner)));
    return shared.length === 0 ? [] : [{ ...sentence, owner: leading.join(", ") }];
  });
  if (led.length > 0) return led;
  return [{ ...beside.at(-1)!, owner: owners.join(", ") }];
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
