import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from "docx";

const PARAGRAPH =
  "The members heard that the figures came late again, since the two people who make them had been lent to another office, and asked for the next set a week ahead. ";

/** Makes the minutes of a long meeting as a Word file of about 20 pages; gives its path. */
export async function makeWordFile(cache) {
  const path = join(cache, "20-pages-edition-1.docx");
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const items = Array.from({ length: 24 }, (_, i) => [
    new Paragraph({ text: `${i + 3}. The report of district ${i + 1}`, heading: HeadingLevel.HEADING_2 }),
    ...Array.from({ length: 6 }, () => new Paragraph(PARAGRAPH.repeat(2))),
    new Paragraph(`Action ${i + 1}: City Police to count the beds of district ${i + 1} by 14 May 2025.`),
  ]);
  const row = (...cells) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const earlier = Array.from({ length: 40 }, (_, i) =>
    row(
      `${i + 1}`,
      `Health Board to name a nurse for ward ${i + 1} and say who stands in`,
      "In progress",
      "Two wards have one.",
    ),
  );
  const children = [
    new Paragraph({ text: "Board of Calder", heading: HeadingLevel.TITLE }),
    new Paragraph("Minutes of the meeting held on 5 March 2025 at 10:30 in the Guildhall"),
    new Paragraph("Present: City Police; Health Board; Release Service"),
    new Paragraph({ text: "1. Welcome", heading: HeadingLevel.HEADING_2 }),
    new Paragraph(PARAGRAPH),
    new Paragraph({ text: "2. Actions from previous meeting", heading: HeadingLevel.HEADING_2 }),
    new Table({ rows: [row("No", "Action", "Status", "Update"), ...earlier] }),
    ...items.flat(),
  ];
  writeFileSync(path, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return path;
}
