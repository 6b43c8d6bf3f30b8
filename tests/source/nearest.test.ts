import { expect, test } from "vitest";
import { nearest } from "../../src/source/nearest.ts";

const keys = ["date", "time", "state", "apologies", "absent", "in-attendance", "next-meeting"];

test.each([
  ["apologes", "apologies"],
  ["apoligies", "apologies"],
  ["dtae", "date"],
  ["Date", "date"],
  ["attendance", "in-attendance"],
  ["nextmeeting", "next-meeting"],
  ["next_meeting", "next-meeting"],
])("a slip of the keyboard, %s, is taken for %s", (written, meant) => {
  expect(nearest(written, keys)).toBe(meant);
});

test.each(["colour", "x", "", "fingerprint", "d"])("nothing is made of %j", (written) => {
  expect(nearest(written, keys)).toBeNull();
});

test("the nearer of two words wins, and the first of two that are equally near", () => {
  expect(nearest("complet", ["completed", "complete"])).toBe("complete");
  expect(nearest("bat", ["cat", "hat"])).toBe("cat");
});

test("a word of a million letters is near to nothing, at once", () => {
  expect(nearest("a".repeat(1_000_000), keys)).toBeNull();
});
