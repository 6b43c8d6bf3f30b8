import { Refusal } from "../../refusal.ts";
import { placeOf, type SourceFile } from "../../source/source-file.ts";
import { codesOf, standIn } from "./characters.ts";
import { type OwnFont, refuseFont } from "./fonts.ts";
import type { Typeset, TypstFault } from "./typeset.ts";

/** By these words a template could reach beyond itself: to other code, openly or in disguise, and to the clock. */
const REACHING = /(?<![\p{L}\p{N}_-])(?:import|include|eval|std|(?<=\.\s*)today)(?![\p{L}\p{N}_-])/gu;
/** A line that is nothing but a comment: nothing in it can end another one, or a text. */
const COMMENT = /^\s*\/\/(?!.*(?:\*\/|["`]))/;
/** What every template may call its fonts, and what a PDF calls these by. */
const FONTS = ["Atkinson Hyperlegible Next", "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"];
const FONT_NAMES = ["AtkinsonHyperlegible", "LibertinusSerif", "NewCM", "DejaVuSansMono"];

/** Refuses a template that says words by which it could reach a file, a package from the network, or the clock. */
export function demandSelfContained({ path, text }: SourceFile): void {
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029\u0085\u000b\u000c]/).entries()) {
    REACHING.lastIndex = 0;
    const found = COMMENT.test(line) ? null : REACHING.exec(line);
    if (found === null) continue;
    throw new Refusal(
      `\`${path}:${index + 1}:${found.index + 1}\` says \`${found[0]}\`, and a template may bring in nothing from outside. Leave it out, or put it into a comment line (\`//\`).`,
    );
  }
}

/** Refuses a document with a font that only this machine may have: elsewhere it would be another document. */
export function demandKnownFonts({ path }: SourceFile, own: readonly OwnFont[], pdf: Uint8Array): void {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const known = [...FONT_NAMES, ...own.flatMap(({ postScriptNames }) => postScriptNames)];
  for (const [, name] of text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/]+)/g)) {
    if (known.some((one) => name!.startsWith(one))) continue;
    throw new Refusal(
      `\`${path}\` uses the font \`${name}\`, which other machines may lack. ${adviseFonts(own)}`,
    );
  }
}

function adviseFonts(own: readonly OwnFont[]): string {
  const names = [...FONTS, ...own.flatMap(({ families }) => families.slice(0, 1))].map(
    (name) => `\`${name}\``,
  );
  return `It may name ${names.join(", ")}, and fonts that lie in \`templates/fonts\`.`;
}

const LOOK =
  "Look for a loop in it that does not end; for a note of a thousand sheets, write `--format docx`.";

/** Why a template gives no document: where it goes wrong, and what to do. */
export function objection(
  template: SourceFile,
  own: readonly OwnFont[],
  outcome: Exclude<Typeset, { kind: "set" }>,
): Refusal {
  const { path } = template;
  switch (outcome.kind) {
    case "faults":
      return objectToFault(template, own, outcome.faults);
    case "no font":
      return refuseFont(own[outcome.at]!.path);
    case "refused":
      return objectToDocument(path, outcome.says);
    case "endless":
      return new Refusal(`\`${path}\` is still at work after a minute. ${LOOK}`);
    case "greedy":
      return new Refusal(`\`${path}\` asks for more than 1 GB of memory. ${LOOK}`);
    case "missing":
      return new Refusal(
        `What sets a PDF is not installed for this machine (${process.platform}, ${process.arch}). Run \`npm install\` without \`--omit=optional\` where rrb is installed, or write \`--format docx\`.`,
      );
  }
}

function objectToFault(
  { path }: SourceFile,
  own: readonly OwnFont[],
  faults: readonly TypstFault[],
): Refusal {
  const fault = faults.find(({ severity }) => severity === 1) ?? faults[0]!;
  const start = fault.range?.start;
  const place = start === undefined ? path : `${path}:${start.line + 1}:${start.character + 1}`;
  const message = fault.message.replaceAll("`", "'");
  const font = /^unknown font family: (.*)$/.exec(message)?.[1];
  if (font !== undefined) {
    return new Refusal(
      `\`${place}\` names the font \`${font}\`, which rrb does not have. ${adviseFonts(own)}`,
    );
  }
  if (/^(?:file not found|failed to load file)/.test(message)) {
    return new Refusal(
      `\`${place}\` asks for a file, and a template may read none but \`/page.json\`. Write into the template itself what it needs.`,
    );
  }
  return new Refusal(
    `The template goes wrong at \`${place}\`: ${message.replace(/\.$/, "")}. Mend it there.`,
  );
}

function objectToDocument(path: string, says: string): Refusal {
  const faults = [...says.matchAll(/message: "PDF\/UA-1 error: (.*?)", trace/gs)].map(([, fault]) => fault!);
  const font = faults.find((fault) => fault.includes("could not be displayed"));
  const wrong = (font ?? faults[0] ?? says).replace(/\\+"/g, '"').replaceAll("`", "'");
  return new Refusal(`By \`${path}\` the PDF would not be accessible: ${wrong}. Mend the template there.`);
}

/** Tells of a run of characters that is not printed as it is, and where it stands in the note, or else that it came from elsewhere. */
export function tellOfRun(source: SourceFile, run: string): string {
  const at = source.text.indexOf(run);
  const place = at < 0 ? "The page" : `\`${source.path}:${placeOf(source, at).line}\``;
  return `${place} has \`${run}\` (${codesOf(run)}), which the PDF can't show. It says \`${standIn(run)}\` instead.`;
}

/** Tells what is to be done for characters that no font has. */
export function tellHowToShow(): string {
  return "To show what the PDF can't, put a font that has it into `templates/fonts`.";
}
