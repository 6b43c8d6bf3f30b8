import type { Sheet } from "./sheet/sheet.ts";

/** What whoever imports the document must know of its pages. */
export function remarksOn(sheets: readonly Sheet[]): string[] {
  const remarks: string[] = [];
  const pictures = sheets.filter(({ drawing, pieces }) => pieces.length === 0 && drawing.hasPicture);
  const cut = sheets.filter(({ isCut }) => isCut);
  const unseen = sheets.filter(({ drawing }) => drawing.unseen > 0);
  if (pictures.length > 0) {
    remarks.push(`${tellPages(pictures)} no text, only pictures. Run text recognition (OCR) to have it too.`);
  }
  if (cut.length > 0) {
    remarks.push(
      `${tellPages(cut)} words beyond the edge of the page, which are not read. Nobody sees them on paper.`,
    );
  }
  if (unseen.length > 0) {
    remarks.push(
      `${tellPages(unseen)} text that cannot be seen, such as text recognition (OCR) writes. Compare it with the page.`,
    );
  }
  return remarks;
}

function tellPages(sheets: readonly Sheet[]): string {
  const numbers = sheets.map(({ number }) => number);
  if (numbers.length === 1) return `Page ${numbers[0]} has`;
  return `Pages ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)} have`;
}
