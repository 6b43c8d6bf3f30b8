import { describe, expect, test } from "vitest";
import { columnsFor, columnsOf, emOf, mayBreak, type Paper } from "../../src/render/columns.ts";
import { headingOf, tableOf } from "../../src/render/nodes.ts";

const A4: Paper = { width: 48, gutter: 1 };
const LOG = ["Reference", "Action", "Owner", "Due", "Status"];
const PROMISE = "Replace the lamp on the east mole before the winter storms begin";

function widthsOf(headings: readonly string[], ...rows: readonly (readonly string[])[]): number[] {
  return columnsFor(tableOf(headings, rows), new Map(), A4).map(({ width }) => width);
}

describe("The columns of a table", () => {
  test.each([
    [
      ["Ref", "Action"],
      ["2026-01-20/1", "Paint the mole ".repeat(9)],
    ],
    [["A"], [""]],
    [["A", "B", "C", "D", "E", "F", "G"], Array.from({ length: 7 }, () => "disproportionality")],
    [Array.from({ length: 60 }, () => "A"), Array.from({ length: 60 }, () => "lamps")],
  ])("make up its width: %j", (headings, row) => {
    const columns = columnsFor(tableOf(headings, [row]), new Map(), A4);
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(Math.min(...columns.map(({ share }) => share))).toBeGreaterThan(0);
  });

  test("are the wider, the more they say", () => {
    const [short, long] = widthsOf(["Due", "Action"], ["New", PROMISE.repeat(3)]);
    expect(long!).toBeGreaterThan(3 * short!);
  });

  test("break no reference, and a date once at most", () => {
    const rest = ["Harbour Office, Coastguard, Quay Master", "17 September 2026 (overdue)", "In progress"];
    const [reference, , , due] = widthsOf(LOG, ["2026-01-20/12", PROMISE.repeat(9), ...rest]);
    expect(reference!).toBeGreaterThanOrEqual(emOf("2026-01-20/12"));
    expect(due!).toBeGreaterThanOrEqual(emOf("17 September"));
  });

  test("leave room for the words of the others beside one of 90 letters", () => {
    const [, lamp] = widthsOf(["A", "B"], ["x".repeat(90), "lamp"]);
    expect(lamp!).toBeGreaterThanOrEqual(emOf("lamp"));
  });

  test("break no short word where there is no room for long ones", () => {
    const [reference, , , due] = widthsOf(LOG, [
      "2026-01-20/1",
      ...["Action", "Owner"].map(() => "disproportionality".repeat(5)),
      "17 September 2026",
      "disproportionality",
    ]);
    expect(reference!).toBeGreaterThanOrEqual(emOf("2026-01-20/1"));
    expect(due!).toBeGreaterThanOrEqual(emOf("17 September"));
  });

  test("let a word end behind its hyphen, and so leave room for the others", () => {
    const [reference, action] = widthsOf(LOG, [
      "2026-01-20-extraordinary/12",
      PROMISE.repeat(3),
      "HMO",
      "Soon",
      "New",
    ]);
    expect(reference!).toBeGreaterThanOrEqual(emOf("extraordinary/12"));
    expect(reference!).toBeLessThan(emOf("2026-01-20-extraordinary/12"));
    expect(action!).toBeGreaterThan(2 * reference!);
  });

  test("are the same in all tables of a log", () => {
    const first = tableOf(LOG, [["2026-01-20/1", PROMISE, "HMO", "3 May 2026", "New"]]);
    const second = tableOf(LOG, [["2025-10-20/bf12", "Paint it", "Quay Master", "Soon", "Not reported on"]]);
    const columns = columnsOf([headingOf(2, "Open"), first, headingOf(2, "New"), second], A4);
    expect(columns.size).toBe(1);
    expect(columnsFor(first, columns, A4)).toBe(columnsFor(second, columns, A4));
  });
});

test("A row of more than fourteen lines may run over the end of a sheet, and a shorter one stays whole", () => {
  const table = tableOf(
    ["Action", "Update"],
    [
      ["Paint it", PROMISE],
      ["Paint it", PROMISE.repeat(12)],
      ["Paint it", PROMISE.repeat(24)],
    ],
  );
  const columns = columnsFor(table, new Map(), A4);
  expect(table.children.map((row) => mayBreak(row, columns))).toEqual([false, false, false, true]);
});
