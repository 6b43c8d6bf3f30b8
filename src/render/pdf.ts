import type { Page } from "./page.ts";
import { findHarmful, readMissing, substitute } from "./pdf/characters.ts";
import { nameFont } from "./pdf/fonts.ts";
import {
  demandKnownFonts,
  demandSelfContained,
  objection,
  tellHowToShow,
  tellOfRun,
} from "./pdf/objection.ts";
import { type Sheet, sheetOf } from "./pdf/sheet.ts";
import { typeset } from "./pdf/typeset.ts";
import type { Means } from "./print.ts";

/** How often characters are taken out that no font shows: once for all of them, once for those that hid behind them. */
const ATTEMPTS = 3;

/**
 * A page as PDF/UA-1 by the Typst template `minutes.typ`. What can't be shown is told and has words in its place.
 * Throws a Refusal where the template is wrong, or the program that sets the PDF is missing.
 */
export function printPdf(
  page: Page,
  { source, template, ownFonts, tell }: Omit<Means, "ownTemplate">,
): Uint8Array {
  const file = template("minutes.typ");
  demandSelfContained(file);
  const fonts = ownFonts().map(nameFont);
  const seconds = Date.parse(page.day) / 1000;
  const replace = (sheet: Sheet, characters: readonly string[]) => {
    if (characters.length === 0) return sheet;
    const substituted = substitute(sheet, characters);
    for (const run of substituted.runs) tell(tellOfRun(source, run));
    return substituted.sheet;
  };
  let sheet = sheetOf(page);
  sheet = replace(sheet, findHarmful(sheet));
  for (let attempt = 1; ; attempt++) {
    const outcome = typeset(file.text, fonts, sheet, seconds);
    if (outcome.kind === "set") {
      demandKnownFonts(file, fonts, outcome.pdf);
      if (attempt > 1) tell(tellHowToShow());
      return outcome.pdf;
    }
    const missing = outcome.kind === "refused" ? readMissing(outcome.says) : [];
    if (missing.length === 0 || attempt === ATTEMPTS) throw objection(file, fonts, outcome);
    sheet = replace(sheet, missing);
  }
}
