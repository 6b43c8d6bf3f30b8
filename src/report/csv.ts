import { stringify } from "csv-stringify/sync";
import { clean, type Shown } from "./untrusted.ts";

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV that Excel and LibreOffice open as they stand: UTF-8 with a byte-order mark, CRLF, and no cell that could
 * become a formula (such a one gets a `'` in front). Line breaks within a cell are kept.
 */
export function writeCsv(headings: readonly string[], rows: readonly (readonly string[])[]): Shown {
  const cells = rows.map((row) => row.map(guard));
  const text = stringify([[...headings], ...cells], {
    bom: true,
    record_delimiter: "windows",
    // With Windows line ends csv-stringify leaves a lone line feed unquoted.
    quoted_match: /[\r\n]/,
  });
  return { shown: text };
}

function guard(cell: string): string {
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return clean(guarded).shown;
}
