import { expect, test } from "vitest";
import { importText } from "../../src/import/importers/text.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("Plain text keeps its paragraphs, underlined headings and typed lists, each line with its number", async () => {
  const { text, origins, countedIn } = await importText(
    bytesOf("Minutes of the board\r\n=====\r\n\r\n  1. Welcome\r\n  2. Budget\r\n\r\n# is a sign\r\n"),
  );
  expect(text).toBe("# Minutes of the board\n\n1. Welcome\n2. Budget\n\n\\# is a sign\n");
  expect(origins.map((origin) => origin?.line ?? null)).toEqual([1, null, 4, 5, null, 7]);
  expect(countedIn).toBe("line");
});

test("Lines in tabs, and tables drawn with bars, become tables", async () => {
  const tabs = await importText(bytesOf("Ref\tAction\tOwner\n1\tPaint the hall\tAO\n"));
  const bars = await importText(
    bytesOf("+---+---+\n| Ref | Action |\n+---+---+\n| 1 | Paint the hall |\n+---+---+\n"),
  );
  expect(tabs.text).toBe("| Ref | Action | Owner |\n| --- | --- | --- |\n| 1 | Paint the hall | AO |\n");
  expect(bars.text).toBe("| Ref | Action |\n| --- | --- |\n| 1 | Paint the hall |\n");
});

test("UTF-16 is read; what is not UTF-8 is read as Windows-1252, and told", async () => {
  const utf16 = await importText(new Uint8Array(Buffer.from("\ufeffCaf\u00e9 \u2013 10", "utf16le")));
  const western = await importText(new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x80]));
  expect([utf16.text, utf16.remarks]).toEqual(["Caf\u00e9 \u2013 10\n", []]);
  expect(western.text).toBe("Caf\u00e9 \u2013 \u20ac\n");
  expect(western.remarks).toEqual([expect.stringContaining("Windows-1252")]);
});
