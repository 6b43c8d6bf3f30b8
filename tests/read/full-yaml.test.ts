import { afterEach, describe, expect, test } from "vitest";
import type { Fault } from "../../src/model/meeting.ts";
import { entryOf, type YamlNode } from "../../src/source/yaml-node.ts";
import { readFrontMatterInFull, readYamlInFull } from "../../src/yaml/full-yaml.ts";

/** A text without its marks, and the stretches that it marks ‹like this›. */
function unmark(marked: string): { text: string; places: [number, number][] } {
  const places: [number, number][] = [];
  let text = "";
  for (const piece of marked.split(/([‹›])/)) {
    if (piece === "‹") places.push([text.length, text.length]);
    else if (piece === "›") places.at(-1)![1] = text.length;
    else text += piece;
  }
  return { text, places };
}

const placesOf = (faults: readonly Fault[]) => faults.map(({ span }) => [span.start, span.end]);

const sentencesOf = (faults: readonly Fault[]) => faults.map(({ message, advice }) => `${message} ${advice}`);

function textAt(node: YamlNode | null, key: string): string | null {
  const value = entryOf(node, key);
  return value?.kind === "scalar" ? value.text : null;
}

describe("a slip in front matter is told at its own place, in plain words, and the other keys are read", () => {
  test.each([
    ["title: ‹Note›: the first", "This value holds a colon and a space, as a key does."],
    ['title: ‹"›The first', 'This `"` is never closed. Write `"` where it ends.'],
    ["title: ‹'›The first", "This `'` is never closed. Write `'` where it ends."],
    ["present: ‹[›MOPAC, MPS", "This `[` is never closed. Write `]` where it ends."],
    ["confirmed: ‹{› at: 2020-05-18", "This `{` is never closed. Write `}` where it ends."],
    ["present: ‹[›\nMOPAC,\nMPS\n]", "What this `[` opens goes on at the margin."],
    ["present:\n‹\t›- MOPAC\n‹\t›- MPS", "A tab stands where YAML takes only spaces."],
    ["place‹:›London", "A space is missing after the colon. Write `place: `, with a space."],
    ["place: ‹@home›", "A value may not start with `@`. Put the whole value in quotes."],
    ["place: ‹`x`›", "A value may not start with a backtick."],
    ["present:\n  - ‹*All› present*", "`*All` refers to a value elsewhere, and rrb follows no reference."],
    ["present:\n  - MOPAC\n ‹-› MPS", "This line starts in a column of its own."],
    ["time: 10:30-12:30\n  ‹place›: London", "This line starts in a column of its own."],
    ['place: "City" ‹Hall›', "The value ends at the quotation mark before this."],
    ["title: 'The Board'‹s note'›", "The value ends at the quotation mark before this."],
    ["present: [MOPAC] ‹and others›", "The value ends at the `]` before this."],
    ['title: "a ‹\\d›"', "A backslash in double quotes does not mean itself."],
    ["present: ‹-› MOPAC", "A list starts on the line of its key."],
    ["present: [MOPAC,‹,› MPS]", "A comma stands here without an entry."],
    ["place: London\n‹}›", "This `}` closes nothing."],
    ["place: London\n‹some words›\nmore words", "This is no `key: value`."],
    ["? ‹[a]›\n: b", "This key is no word."],
    ["title: ‹&t› Note", "`&t` is an anchor, and rrb reads none."],
    ["title: ‹!!js/function› 'f'", "`!!js/function` is a tag, and rrb reads none."],
    ["title: ‹!note› x", "`!note` is a tag, and rrb reads none."],
    ["‹<<›: { place: London }", "`<<` would merge another map, and rrb merges none."],
    ["confirmed: { at: 2020-05-18, ‹at›: 2020-05-19 }", "`at` stands here a second time."],
    ["title: a‹\u0007›b", "A control character stands here, which nobody can see. Delete it."],
    ["title: x\n‹...›\nplace: London", "A second YAML document starts here, and is not read."],
  ])("%j", (slip, message) => {
    for (const end of ["\n", "\r\n"]) {
      const { text, places } = unmark(
        `---\ndate: 2020-01-21\n${slip}\nstate: draft\n---\nBody`.replaceAll("\n", end),
      );
      const { node, bodyStart, faults } = readFrontMatterInFull(text);
      expect(placesOf(faults)).toEqual(places);
      expect(sentencesOf(faults)[0]).toContain(message);
      expect(textAt(node, "date")).toBe("2020-01-21");
      if (!slip.includes("...")) expect(textAt(node, "state")).toBe("draft");
      expect(text.slice(bodyStart)).toBe("Body");
      expect(faults.every(({ rule }) => rule === "front-matter-is-valid")).toBe(true);
    }
  });
});

test("ten slips of ten kinds are all told at once, each at its own place", () => {
  const { text, places } = unmark(`---
date: 2020-01-21
title: ‹Note›: the first
place: ‹"›City Hall
time‹:›10:30-12:30
chair: ‹@MOPAC›
present:
‹\t›- MPS
absent: ‹[›DWP, Clinks
‹date›: 2020-01-22
reason: 'the Chair'‹s illness'›
apologies: [NHS,‹,› DWP]
next-meeting: ‹*later›
state: draft
---
`);
  const { node, faults } = readFrontMatterInFull(text);
  expect(placesOf(faults)).toEqual(places);
  expect(new Set(faults.map(({ message }) => message)).size).toBe(10);
  expect(textAt(node, "title")).toBe("Note: the first");
  expect(textAt(node, "time")).toBe("10:30-12:30");
  expect(textAt(node, "state")).toBe("draft");
});

test("no sentence of a library reaches the user", () => {
  const slips = [
    "a: b: c",
    'a: "',
    "a: [",
    "\t- a",
    "a: *b",
    "a: %",
    "- a\nb: c",
    'a: "\\x"',
    "{",
    "? a\n?? b",
    "a: |x\n b",
    `${"k".repeat(2000)}: x`,
  ];
  const told = slips.flatMap((slip) => sentencesOf(readYamlInFull(`${slip}\n`).faults));
  expect(told.length).toBeGreaterThanOrEqual(slips.length);
  for (const sentence of told)
    expect(sentence).not.toMatch(/implicit|scalar|mapping|flow|token|sequence|node|unresolved/i);
});

describe("nothing in a note is ever run", () => {
  const ran = globalThis as { ranFromNote?: boolean };
  afterEach(() => {
    delete ran.ranFromNote;
  });

  test.each([
    ...[
      "js",
      "JS",
      "Js",
      " js",
      "javascript",
      "JavaScript",
      "{javascript}",
      "{language: js}",
      "js yaml",
      "yaml js",
    ],
    ...[
      "coffee",
      "coffeescript",
      "cson",
      "json",
      "toml",
      "constructor",
      "__proto__",
      "toString",
      "__defineGetter__",
    ],
  ])("`---%s`", (language) => {
    for (const end of ["\n", "\r\n", "\n\n"]) {
      const text = `---${language}${end}(globalThis.ranFromNote = true, { date: "2020-01-21" })\n---\nBody`;
      for (const again of [text, text]) {
        const { node, bodyStart, faults } = readFrontMatterInFull(again);
        expect(ran.ranFromNote).toBeUndefined();
        expect(node).toBeNull();
        expect(again.slice(bodyStart)).toBe("Body");
        expect(placesOf(faults)).toEqual([[0, 3 + language.length]]);
        expect(faults[0]!.message).toContain("runs nothing");
      }
    }
  });

  test.each([
    "title: !!js/function 'function () { globalThis.ranFromNote = true }'",
    "title: !!js/undefined ''",
    "title: !<tag:yaml.org,2002:js/function> '() => { globalThis.ranFromNote = true }'",
    "__proto__: { ranFromNote: yes }",
    "constructor: { prototype: { ranFromNote: yes } }",
    "language: js\nengines: { js: eval }",
  ])("%s", (yaml) => {
    readFrontMatterInFull(`---\n${yaml}\n---\n`);
    readYamlInFull(`${yaml}\n`);
    expect(ran.ranFromNote).toBeUndefined();
    expect(({} as { ranFromNote?: unknown }).ranFromNote).toBeUndefined();
  });

  test("YAML may say that it is YAML", () => {
    for (const language of ["yaml", "yml", "YAML", " yaml "]) {
      const text = `---${language}\ndate: 2020-01-21\n---\nBody`;
      const { node, bodyStart, faults } = readFrontMatterInFull(text);
      expect(textAt(node, "date")).toBe("2020-01-21");
      expect([text.slice(bodyStart), faults]).toEqual(["Body", []]);
    }
  });
});

describe("fences", () => {
  test("a fence that is never closed is told, and neither its keys nor the items below are lost", () => {
    const text = "---\n# the note\ndate: 2020-01-21\npresent:\n  - MOPAC\n\n## 1. Welcome\n\nAgreed: x\n";
    const { node, bodyStart, faults } = readFrontMatterInFull(text);
    expect(sentencesOf(faults)).toEqual([
      "The front matter that starts here is never closed. Write `---` on a line of its own below its last key.",
    ]);
    expect(placesOf(faults)).toEqual([[0, 3]]);
    expect(textAt(node, "date")).toBe("2020-01-21");
    expect(text.slice(bodyStart)).toBe("\n## 1. Welcome\n\nAgreed: x\n");
  });

  test("a thematic break far below an unclosed fence does not close it", () => {
    const text = "---\ndate: 2020-01-21\n\n## 1. Welcome\n\nAction 1: x\n\n---\n\nThe end\n";
    const { bodyStart, faults } = readFrontMatterInFull(text);
    expect(faults[0]!.message).toContain("never closed");
    expect(text.slice(bodyStart)).toMatch(/^\n## 1\. Welcome/);
  });

  test.each([
    "---\n\nSome words.\n",
    "---\nSome words.\n",
    "---\n",
    "---",
    "---\n# Title\n\nWords: more\n",
    "--- some words\n",
  ])("%j starts with a thematic break, or with words", (text) => {
    expect(readFrontMatterInFull(text)).toEqual({ node: null, bodyStart: 0, faults: [] });
  });

  test("a closing fence with more than three hyphens is told and can be mended", () => {
    const { text, places } = unmark("---\ndate: 2020-01-21\n‹-----›\nBody");
    const { node, bodyStart, faults } = readFrontMatterInFull(text);
    expect(placesOf(faults)).toEqual(places);
    expect(faults[0]!.fix).toEqual({ span: faults[0]!.span, text: "---" });
    expect([textAt(node, "date"), text.slice(bodyStart)]).toEqual(["2020-01-21", "Body"]);
  });

  test("words on the line of the closing fence are told, and stay in the note", () => {
    const { text, places } = unmark("---\ndate: 2020-01-21\n‹--- Body›\nMore");
    const { bodyStart, faults } = readFrontMatterInFull(text);
    expect(placesOf(faults)).toEqual(places);
    expect(text.slice(bodyStart)).toBe("--- Body\nMore");
  });

  test.each([
    ["‹---›\n---\nBody", "This front matter is empty."],
    ["‹---›\n# nothing yet\n---\nBody", "This front matter is empty."],
    ["---\n‹- MOPAC\n- MPS›\n---\nBody", "This front matter is a list, without any key."],
    ["---\n‹Some words›\n---\nBody", "This front matter is a text, without any key."],
  ])("%j", (marked, message) => {
    const { text, places } = unmark(marked);
    const { node, bodyStart, faults } = readFrontMatterInFull(text);
    expect(placesOf(faults)).toEqual(places);
    expect(faults[0]!.message).toBe(message);
    expect([node, text.slice(bodyStart)]).toEqual([null, "Body"]);
  });
});

describe("a file that is YAML from top to bottom", () => {
  test("may start, and end, with a line of three hyphens", () => {
    const { node, faults } = readYamlInFull("# The board\n---\nname: Example Board\n---\n");
    expect([textAt(node, "name"), faults]).toEqual(["Example Board", []]);
  });

  test("that says nothing is told so", () => {
    expect(readYamlInFull("# nothing\n").faults[0]!.message).toBe("This file is empty.");
    expect(readYamlInFull("").faults[0]!.message).toBe("This file is empty.");
  });

  test("obeys no directive and reads no second document", () => {
    const { text, places } = unmark("‹%YAML 1.1›\n---\nname: yes\n‹---›\nplace: London\n");
    const { node, faults } = readYamlInFull(text);
    expect(placesOf(faults)).toEqual(places);
    expect([textAt(node, "name"), textAt(node, "place")]).toEqual(["yes", null]);
  });

  test("keeps every value as it is written", () => {
    const { node, faults } = readYamlInFull("a: 010\nb: 2020-01-21\nc: 0x1f\nd: No\ne: ~\nf: 1e3\ng: 'No'\n");
    expect(faults).toEqual([]);
    expect(["a", "b", "c", "d", "e", "f", "g"].map((key) => textAt(node, key))).toEqual([
      "010",
      "2020-01-21",
      "0x1f",
      "No",
      "~",
      "1e3",
      "No",
    ]);
  });
});

describe("a hostile text ends in a fault, not in an explosion", () => {
  const bomb = `a: &a [x, x]\n${[..."bcdefghij"].map((key, i) => `${key}: &${key} [*${"abcdefghi"[i]}, *${"abcdefghi"[i]}]`).join("\n")}\n`;

  test("references are not followed", () => {
    const { node, faults } = readFrontMatterInFull(`---\n${bomb}---\n`);
    expect(faults).toHaveLength(28);
    expect(JSON.stringify(node).length).toBeLessThan(5000);
  });

  test.each([
    ["brackets", "[".repeat(60_000)],
    ["braces", "{a: ".repeat(15_000)],
    ["dashes", "- ".repeat(30_000)],
    ["questions", "? ".repeat(30_000)],
    ["colons", ": ".repeat(30_000)],
    ["indentation", Array.from({ length: 340 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")],
  ])("%s without end", (_, yaml) => {
    for (const { node, faults } of [readFrontMatterInFull(`---\n${yaml}\n---\n`), readYamlInFull(yaml)]) {
      expect(node).toBeNull();
      expect(faults[0]!.message).toBe("Lists and maps are nested too deeply here to be read.");
    }
  });

  test("one key nested without end does not take the others with it", () => {
    const { node, faults } = readFrontMatterInFull(
      `---\ndate: 2020-01-21\npresent: ${"[".repeat(9000)}\n---\n`,
    );
    expect(textAt(node, "date")).toBe("2020-01-21");
    expect(faults).toHaveLength(1);
  });

  test("front matter over 64 KB, or a thousand blank lines, is not read", () => {
    for (const inside of ["title: x\n".repeat(8000), `date: 2020-01-21\n${"\n".repeat(2000)}`]) {
      const { node, faults } = readFrontMatterInFull(`---\n${inside}---\nBody`);
      expect(node).toBeNull();
      expect(faults[0]!.message).toBe("This front matter is longer than rrb reads.");
    }
    expect(readYamlInFull("a: b\n".repeat(60_000)).faults[0]!.message).toBe(
      "This file is longer than rrb reads.",
    );
  });

  test("thousands of repeated keys are each told", () => {
    expect(readFrontMatterInFull(`---\n${"a: b\n".repeat(6000)}---\n`).faults).toHaveLength(5999);
  });
});
