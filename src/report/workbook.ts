import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { type Day, daysBetween } from "../model/day.ts";
import { packZip } from "../zip/pack.ts";
import { unpackOwn } from "../zip/unpack.ts";
import { clean } from "./untrusted.ts";

/** A table on a sheet of its own: one row of headings, then cells of text, or of days where the column has such. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of a sheet. */
export interface SheetColumn {
  readonly heading: string;
  /** In letters of the usual size. */
  readonly width: number;
  /** Whether its cells are days: ISO 8601, or empty. */
  readonly isDay?: true;
  /** The sheet whose first column holds what may stand here; other words are warned of, and let in. */
  readonly choices?: Sheet;
}

/** What a workbook is called, who issues it, and the day that it bears. */
export interface Imprint {
  readonly title: string;
  readonly author: string | null;
  readonly day: Day;
}

/** Tables as a workbook of Excel. The only file that knows the library; the same tables make the same bytes. */
export async function writeWorkbook(sheets: readonly Sheet[], imprint: Imprint): Promise<Uint8Array> {
  const { title, author, day } = imprint;
  const moment = new Date(day);
  const written = await writeXlsx({
    sheets: sheets.map(layOut),
    properties: {
      title: clean(title).shown,
      ...(author !== null && { creator: clean(author).shown }),
      created: moment,
      modified: moment,
    },
    defaultFont: FONT,
    dateSystem: "1900",
  });
  // The library lets Node compress, and each version of Node does so in its own way.
  return packZip(unpackOwn(written));
}

function layOut(sheet: Sheet, index: number): WriteSheet {
  const { name, columns, rows } = sheet;
  // Excel opens no table that has headings alone.
  const filled = rows.length > 0 ? rows : [columns.map(() => "")];
  const cells = new Map<string, { style: CellStyle }>();
  const values = filled.map((row, below) =>
    columns.map((column, across) => {
      const text = row[across] ?? "";
      if (FORMULA.test(text)) cells.set(`${below + 1},${across}`, { style: { ...BODY, numFmt: "@" } });
      return cellOf(text, column);
    }),
  );
  for (const across of columns.keys()) cells.set(`0,${across}`, { style: HEAD });
  return {
    name,
    columns: columns.map(({ width, isDay }) => ({
      width,
      style: isDay ? { alignment: { ...BODY.alignment, horizontal: "left" }, numFmt: "d mmmm yyyy" } : BODY,
    })),
    rows: [columns.map(({ heading }) => heading), ...values],
    cells,
    rowDefs: new Map(filled.map((row, below) => [below + 1, { height: heightOf(row, columns) }])),
    freezePane: { rows: 1 },
    tables: [
      {
        name: `Table${index + 1}`,
        displayName: name.replace(/\W/g, ""),
        range: `A1:${letterOf(columns.length - 1)}${filled.length + 1}`,
        columns: columns.map(({ heading }) => ({ name: heading })),
        style: "TableStyleMedium2",
      },
    ],
    dataValidations: columns.flatMap(({ choices }, across) =>
      choices === undefined ? [] : [offer(choices, `${letterOf(across)}2:${letterOf(across)}${MOST_ROWS}`)],
    ),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
    },
  };
}

const FONT = { name: "Arial", size: 11 };
const BODY: CellStyle = { alignment: { wrapText: true, vertical: "top" } };
const HEAD: CellStyle = { alignment: { wrapText: true, vertical: "center" }, font: { ...FONT, bold: true } };

/** In points: a line of text, and the tallest row that Excel has. */
const LINE = 14.5;
const TALLEST = 409;

/** The height that a row needs for its longest cell, in points: not every reader works it out when it opens a file. */
function heightOf(row: readonly string[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width }, across) => {
    const parts = (row[across] ?? "").split("\n");
    return parts.reduce((count, { length }) => count + Math.max(1, Math.ceil(length / (width - 3))), 0);
  });
  return Math.min(TALLEST, Math.max(...lines) * LINE);
}

/** Rows that somebody adds below have the choices too. */
const MOST_ROWS = 5000;

/** What a spreadsheet would take for a formula, were it typed; marked as text it stays one when it is edited. */
const FORMULA = /^[=+\-@]/;

/** Excel takes no longer text in a cell, in UTF-16 code units. */
const LONGEST_CELL = 32_767;

/** The day from which Excel counts, so that 1 March 1900 is its day 61. */
const DAY_NOUGHT = "1899-12-30";

function cellOf(text: string, { isDay }: SheetColumn): CellValue {
  if (text === "") return null;
  // Excel has no days before 1900.
  if (isDay && text >= "1900-03-01") return daysBetween(DAY_NOUGHT, text);
  // To Excel `_x000D_` is a carriage return, so that words which look like that are spelt.
  const spelt = clean(text).shown.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return spelt.length <= LONGEST_CELL ? spelt : `${spelt.slice(0, LONGEST_CELL - 2)} …`;
}

function offer({ name, rows }: Sheet, range: string) {
  return {
    type: "list" as const,
    range,
    formula1: `${name}!$A$2:$A$${rows.length + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning" as const,
    errorTitle: "A word of your own",
    errorMessage: `This is not on the sheet ${name}. Keep it all the same?`,
  };
}

/** A column by its index from 0, up to 25: no sheet of ours is wider. */
function letterOf(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}
