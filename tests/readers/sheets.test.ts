import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import type { Action } from "../../src/model/action.ts";
import type { Board } from "../../src/model/board.ts";
import { writeActionsCsv } from "../../src/report/actions-csv.ts";
import { COLUMNS, cellsOf } from "../../src/report/actions-sheet.ts";
import { writeActionsWorkbook } from "../../src/report/actions-xlsx.ts";
import { clean } from "../../src/report/untrusted.ts";
import { openInMemory } from "../board.ts";
import { HOSTILE, hostileNotes, MANY } from "../render/hostile-notes.ts";
import { convert, describeWith, makeFolder } from "./programs.ts";

const ASKED = "2026-03-01";
const { ledger, board } = await openInMemory(hostileNotes(), ASKED);
const actions = [...ledger.actions.values()];
const DUE = COLUMNS.findIndex(({ heading }) => heading === "Due");

/** What a reader is to find: the heading, then every action, days as people write them. */
function expectedRows(): string[][] {
  const rows = actions.map((action) => cellsOf(action, ASKED).map((cell) => clean(cell).shown));
  return [COLUMNS.map(({ heading }) => heading), ...rows];
}

function workbookOf(some: readonly Action[] = actions, of: Board = board): Promise<Uint8Array> {
  return writeActionsWorkbook(some, { board: of, asOf: ASKED });
}

/** Rows of CSV, quotes undone. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe("A workbook of actions", () => {
  test("holds every action, its days as days, and no formula", async () => {
    const bytes = await workbookOf();
    const { sheets, properties } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["Actions", "Statuses"]);
    expect(sheets[0]!.rows).toHaveLength(1 + MANY);
    expect(sheets[0]!.rows[1]![DUE]).toEqual(new Date("2026-02-27T00:00:00Z"));
    expect([...(sheets[0]!.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual(
      [],
    );
    expect(properties?.title).toBe("Harbour Lights Board: Actions as of 1 March 2026");
    const said = sheets[0]!.rows.map((row) => row[1]);
    expect(
      HOSTILE.map(([, shown]) => shown).filter(
        (shown) => !said.some((text) => text === shown || text === `${shown}.`),
      ),
    ).toEqual([]);
  });

  test("offers the board's own statuses too", async () => {
    const own = { ...board, statuses: new Map([["parked", "open" as const]]) };
    const [, statuses] = (await readXlsx(await workbookOf(actions, own))).sheets;
    expect(statuses!.rows).toContainEqual(["Parked", "open"]);
    expect(statuses!.rows).toContainEqual(["Complete", "closed"]);
  });

  test("is the same to the byte whenever it is made, and whole where there is no action", async () => {
    expect(Buffer.from(await workbookOf()).equals(Buffer.from(await workbookOf()))).toBe(true);
    const { sheets } = await readXlsx(await workbookOf([]));
    expect(sheets[0]!.rows[0]).toEqual(COLUMNS.map(({ heading }) => heading));
  });
});

describeWith(["soffice", "--version"])("LibreOffice opens", () => {
  const folder = makeFolder();
  // Comma, quote, UTF-8, from line 1, no column formats, English (UK), no quoting of all, as shown.
  const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,false,false,false,1";

  test("a workbook with the same cells", async () => {
    writeFileSync(join(folder, "actions.xlsx"), await workbookOf());
    convert(folder, "actions.xlsx", CSV);
    const read = rowsOf(readFileSync(join(folder, "actions-Actions.csv"), "utf8"));
    expect(read.map(withBareDays)).toEqual(expectedRows().map(withBareDays));
  });

  test("CSV with the same cells, what could be a formula with an apostrophe before it", () => {
    writeFileSync(join(folder, "log.csv"), writeActionsCsv(actions, ASKED).shown);
    convert(folder, "log.csv", "xlsx", "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,2057");
    convert(folder, "log.xlsx", CSV);
    const read = rowsOf(readFileSync(join(folder, "log-log.csv"), "utf8"));
    const shown = expectedRows().map((row) => row.map((cell) => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell)));
    expect(read.map(withBareDays)).toEqual(shown.map(withBareDays));
  });
});

/** A row whose due day is told in the order of its numbers: LibreOffice writes days as the machine's language does. */
function withBareDays(row: readonly string[]): string[] {
  const bare = (cell: string) => (/^[\d/-]{10}$/.test(cell) ? cell.match(/\d+/g)!.sort().join(" ") : cell);
  return row.map((cell, index) => (index === DUE ? bare(cell) : cell)).toSpliced(DUE + 1, 1);
}
