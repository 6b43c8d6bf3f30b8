import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../../src/model/fingerprint.ts";

const NOTE = `---
date: 2020-01-21
state: confirmed
confirmed:
  at: 2020-05-18
confirms: [{ meeting: 2019-09-27, fingerprint: 00 }]
corrections:
- "1: for one read two"

fingerprint: 11
present:
- MOPAC
- MPS
---

## 1. Figures

state: this line is the board's own
  and so is this one
- as is this
`;
const BARE = `---
date: 2020-01-21

present:
- MOPAC
- MPS
---

## 1. Figures

state: this line is the board's own
  and so is this one
- as is this
`;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("The fingerprint of a note", () => {
  test("is the SHA-256 of its text without the keys that confirming writes", () => {
    expect(fingerprintOf(NOTE, "2020-01-21.md")).toBe(sha256(BARE));
  });

  test("is the same whatever its line ends, and with a byte-order mark", () => {
    expect(fingerprintOf(NOTE.replaceAll("\n", "\r\n"), "2020-01-21.md")).toBe(sha256(BARE));
    expect(fingerprintOf(`\ufeff${NOTE}`, "2020-01-21.md")).toBe(sha256(BARE));
  });

  test("is that of all lines where there is no front matter, and in YAML everything is front matter", () => {
    const text = "state: draft\nactions: none\n";
    expect(fingerprintOf(text, "2020-01-21.md")).toBe(sha256(text));
    expect(fingerprintOf(text, "2020-01-21.yaml")).toBe(sha256("actions: none\n"));
  });

  test("changes with every other line, wherever it stands", () => {
    const lines = BARE.split("\n");
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.string({ minLength: 1 }), (at, more) => {
        const changed = lines.with(at, `${lines[at]}x${more.replace(/[\r\n]/g, "")}`).join("\n");
        expect(fingerprintOf(changed, "2020-01-21.md")).not.toBe(sha256(BARE));
      }),
    );
  });

  test("is what the few lines in the README make of a note", () => {
    const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
    const [, program] = /^awk '([^']+)' 2026-12-03\.md \| sha256sum$/m.exec(readme)!;
    const left = execFileSync("sh", ["-c", `awk '${program}'`], { input: NOTE, encoding: "utf8" });
    expect(sha256(left)).toBe(fingerprintOf(NOTE, "2020-01-21.md"));
  });
});
