import fc from "fast-check";
import { expect, test } from "vitest";
import { printProse } from "../../src/report/prose.ts";
import { clean } from "../../src/report/untrusted.ts";
import type { Output } from "../../src/world.ts";

function printedOn(columns: number | undefined, text: string): string {
  let printed = "";
  const output: Output = {
    write: (part) => {
      printed += part;
    },
    isTerminal: columns !== undefined,
    columns,
  };
  printProse(output, clean(text));
  return printed;
}

test("On a terminal a line breaks where a space stood, and only where the next word has no room", () => {
  const words = fc.array(fc.stringMatching(/^[a-zé東]{1,30}$/u), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 100 }), (said, columns) => {
      const lines = printedOn(columns, said.join(" ")).trimEnd().split("\n");
      expect(lines.join(" ")).toBe(said.join(" "));
      const width = (text: string) => text.length + [...text].filter((sign) => sign === "東").length;
      for (const [i, line] of lines.entries()) {
        if (line.includes(" ")) expect(width(line)).toBeLessThanOrEqual(columns);
        const next = lines[i + 1]?.split(" ")[0];
        if (next !== undefined) expect(width(`${line} ${next}`)).toBeGreaterThan(columns);
      }
    }),
  );
});

test("What stands in backticks is never broken, and a lone backtick breaks nothing off", () => {
  expect(printedOn(20, "Run `rrb new-meeting 2026-12-03 --refresh`, which adds it.")).toBe(
    "Run\n`rrb new-meeting 2026-12-03 --refresh`,\nwhich adds it.\n",
  );
  expect(printedOn(20, "A ` in a note, and words behind it")).toBe("A\n` in a note, and words behind it\n");
});

test("In a pipe nothing is broken, and no line is a command to a CI system", () => {
  const path = `${"long ".repeat(40)}\n::error::stop\n  ::set-output name=x::y ##[group]`;
  const printed = printedOn(undefined, `\`${path}\` is left out.`);
  expect(printed.replaceAll("\u200b", "")).toBe(`\`${path}\` is left out.\n`);
  expect(printed).not.toMatch(/^\s*::|##\[/m);
});
