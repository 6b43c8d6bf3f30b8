import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { paintFor, wantsColour } from "../../src/report/colour.ts";
import { writeJson } from "../../src/report/json.ts";
import { clean, shown } from "../../src/report/untrusted.ts";
import { makeWorld } from "../made-up-world.ts";

/** What a terminal may obey, or what turns the direction of writing. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]/;

test("An escape of a note is shown, not obeyed", () => {
  expect(clean("MPS \u001b[2J to report").shown).toBe("MPS ␛[2J to report");
  expect(clean("one\r\ntwo\rthree").shown).toBe("one\ntwo␍three");
  expect(clean("\u009b31m \u007f \u202egnp.exe").shown).toBe("�31m ␡ �gnp.exe");
});

test("No text at all gets a control character through to the terminal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(clean(text).shown).not.toMatch(OBEYED);
      expect(shown`before ${text} after`.shown).not.toMatch(OBEYED);
    }),
    { numRuns: 2000 },
  );
});

test("Whatever a note holds, its JSON shows none of it to a terminal and loses none of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const written = writeJson({ text }).shown;
      expect(written).not.toMatch(OBEYED);
      expect(JSON.parse(written)).toEqual({ schemaVersion: 1, text });
    }),
    { numRuns: 2000 },
  );
});

test("A painted text is cleaned as well, and only its own colour is left", async () => {
  const world = makeWorld("/", [], { FORCE_COLOR: "1" });
  const paint = await paintFor(world, world.stdout, false);
  expect(paint("error", "over\u001b[0mdue").shown).toBe("\u001b[31mover␛[0mdue\u001b[39m");
  expect(shown`It is ${paint("good", "closed")}, ${"\u0007"}.`.shown).toBe(
    "It is \u001b[32mclosed\u001b[39m, ␇.",
  );
});

test.each([
  ["a pipe has no colour", {}, false, false],
  ["a terminal has", { COLUMNS: "80" }, false, true],
  ["`--no-color` rules", { COLUMNS: "80", FORCE_COLOR: "1" }, true, false],
  ["`NO_COLOR` takes it away", { COLUMNS: "80", NO_COLOR: "1" }, false, false],
  ["an empty `NO_COLOR` does not", { COLUMNS: "80", NO_COLOR: "" }, false, true],
  ["`FORCE_COLOR` gives it to a pipe", { FORCE_COLOR: "1" }, false, true],
  ["`FORCE_COLOR=0` takes it away", { COLUMNS: "80", FORCE_COLOR: "0" }, false, false],
  ["a dumb terminal has none", { COLUMNS: "80", TERM: "dumb" }, false, false],
])("Colour: %s", (_, env, noColor, expected) => {
  const world = makeWorld("/", [], env);
  expect(wantsColour(world, world.stdout, noColor)).toBe(expected);
});

test("Nothing writes to an output but the one door, and what asks questions at a terminal, its words cleaned", () => {
  const source = join(import.meta.dirname, "../../src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const writers = files.filter((name) =>
    /\b(?:stdout|stderr|output)\.write\(|process\.std|console\./.test(
      readFileSync(join(source, name), "utf8"),
    ),
  );
  expect(writers).toEqual(["ask.ts", join("report", "untrusted.ts")]);
});
