import { expect, test } from "vitest";
import { readTimes } from "../../src/model/written-time.ts";

test.each([
  ["14:00 – 16:00", "14:00-16:00"],
  ["2.00pm - 4.15pm", "14:00-16:15"],
  ["2-4pm", "14:00-16:00"],
  ["10am to 12 noon", "10:00-12:00"],
  ["10-12", "10:00-12:00"],
  ["11-1pm", "11:00-13:00"],
  ["9.30 a.m. until 11", "09:30-11:00"],
  ["1030-1230", "10:30-12:30"],
  ["1400hrs–1530hrs", "14:00-15:30"],
])("%s is %s", (written, read) => {
  expect(readTimes(written)).toBe(read);
});

test.each(["9:30", "2 to 4 and 5", "afternoon", "25:00-26:00", "16:00-14:00", "10:75-11:00", ""])(
  "of %j nobody can say both",
  (written) => {
    expect(readTimes(written)).toBeNull();
  },
);
