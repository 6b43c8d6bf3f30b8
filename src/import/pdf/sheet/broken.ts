import { Refusal } from "../../../refusal.ts";

/** Why a PDF that is no whole one is not read. */
export function brokenPdf(): Refusal {
  return new Refusal("This PDF is broken and cannot be read. Ask for it again, or print it to a new PDF.");
}
