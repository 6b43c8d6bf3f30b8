import fc from "fast-check";
import { expect, test } from "vitest";
import { readProse } from "../../src/check/prose.ts";
import { isSpoken } from "../../src/check/stretch.ts";
import { openInMemory } from "../board.ts";
import { anyMarkdown } from "./markdown-texts.ts";

const RUNS = Number(process.env.RRB_LAW_RUNS ?? 1000);

/** What rules look for, in small: a word, a phrase over lines, a mark, a letter that stands nearly everywhere. */
const LOOKED_FOR: readonly (readonly [hint: RegExp, pattern: RegExp])[] = [
  [/\bcheck\b/i, /\[check\]/gi],
  [/held\s+over/, /held\s+over/g],
  [/\[(?:[^a-z]|ch)/i, /\[ch\w*/g],
  [/\ba\b/, /\ba\b/g],
  [/^b/m, /^b\w*/gm],
];
const WORDS = ["check", "[check]", "[**check**]", "held\nover", "held", "over", "[chalk](x)", "a", "b c"];

/** Markdown texts in which some of the words stand. */
const TEXTS = fc
  .tuple(
    anyMarkdown,
    fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.double({ min: 0, max: 1, noNaN: true }))),
  )
  .map(([text, words]) =>
    words.reduce((sum, [word, part]) => {
      const at = Math.floor(part * sum.length);
      return sum.slice(0, at) + word + sum.slice(at);
    }, text),
  );

test("What is found by going from one hint to the next is what is found by looking at every stretch", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(TEXTS, async (text) => {
      const { notes, text: textOf } = await openInMemory({ "2020-01-21.md": text }, "2020-01-21");
      const note = notes[0]!;
      const { find, blocks, ...prose } = readProse(note, textOf(note.path));
      const stretches = prose.stretches();
      const file = textOf(note.path);
      const spoken = blocks.filter(isSpoken);
      const values = stretches.length - spoken.length;
      for (const [hint, pattern] of LOOKED_FOR) {
        const looked = stretches.flatMap((stretch, index) => {
          const block = spoken[index - values];
          const written = block === undefined ? stretch.words : file.slice(block.start, block.end);
          if (file.search(hint) < 0 || written.search(hint) < 0) return [];
          return [...stretch.words.matchAll(pattern)].map((match) => [stretch.span.start, match.index]);
        });
        expect(
          [...find(pattern, hint)].map(({ match, stretch }) => [stretch.span.start, match.index]),
        ).toEqual(looked);
        found += looked.length;
      }
    }),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS);
});
