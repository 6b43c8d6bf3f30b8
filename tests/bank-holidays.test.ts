import { describe, expect, test } from "vitest";
import { bankHolidayOn } from "../src/model/bank-holiday.ts";
import { addDays, daysBetween } from "../src/model/day.ts";

/** The bank holidays of a year, as `month-day`, found by asking of every day. */
function holidaysOf(year: number): string[] {
  const first = `${year}-01-01`;
  const days = Array.from({ length: daysBetween(first, `${year + 1}-01-01`) }, (_, i) => addDays(first, i));
  return days.filter((day) => bankHolidayOn(day) !== null).map((day) => day.slice(5));
}

describe("The bank holidays of England are those that the Government lists", () => {
  test.each([
    [1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26"],
    [1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31"],
    [2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"],
    [2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"],
    [2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27"],
    [2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"],
    [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
    [2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
    [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
    [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
    [2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
    [2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
  ])("in %i", (year, listed) => {
    expect(holidaysOf(year).join(" ")).toBe(listed);
  });

  test("each under its own name", () => {
    expect(bankHolidayOn("2022-12-26")).toBe("Boxing Day");
    expect(bankHolidayOn("2022-12-27")).toBe("the bank holiday for Christmas Day");
    expect(bankHolidayOn("2022-06-03")).toBe("the bank holiday for the Platinum Jubilee");
    expect(bankHolidayOn("2027-03-26")).toBe("Good Friday");
  });

  test("and in no year of two centuries is one on a weekend, or are there fewer than eight", () => {
    for (let year = 1996; year < 2196; year++) {
      const days = holidaysOf(year);
      expect(days.length).toBeGreaterThanOrEqual(8);
      for (const day of days) expect(new Date(`${year}-${day}`).getUTCDay() % 6).not.toBe(0);
    }
  });
});
