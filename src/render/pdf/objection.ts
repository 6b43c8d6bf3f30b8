import { Refusal } from "../../refusal.ts";
import { placeOf, type SourceFile } from "../../source/source-file.ts";
import { codeOf } from "./characters.ts";
import type { Typeset, TypstFault } from "./typeset.ts";

/** By these words a template could reach beyond itself: to other code, openly or in disguise, and to the clock. */
const REACHING = /(?<![\p{L}\p{N}_-])(?:import|include|eval|std|(?<=\.\s*)today)(?![\p{L}\p{N}_-])/gu;
/** A line that is nothing but a comment: nothing in it can end another one, or a text. */
const COMMENT = /^\s*\/\/(?!.*(?:\*\/|["`]))/;
const PAGE_FONTS =
  "`Atkinson Hyperlegible`, `Libertinus Serif`, `New Computer Modern` and `DejaVu Sans Mono`";

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
export function demandOwnFonts({ path }: SourceFile, pdf: Uint8Array): void {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  for (const [, name] of text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/]+)/g)) {
    if (/^(?:AtkinsonHyperlegible|LibertinusSerif|NewCM|DejaVuSansMono)/.test(name!)) continue;
    throw new Refusal(
      `\`${path}\` uses the font \`${name}\`, which other machines may lack. It may name ${PAGE_FONTS}.`,
    );
  }
}

/** Why a template gives no document: where it goes wrong, and what to do. */
export function objection(template: SourceFile, outcome: Exclude<Typeset, { kind: "set" }>): Refusal {
  const { path } = template;
  switch (outcome.kind) {
    case "faults":
      return objectToFault(template, outcome.faults);
    case "refused":
      return objectToDocument(path, outcome.says);
    case "endless":
      return new Refusal(
        `\`${path}\` is still at work after a minute. Look for a loop in it that does not end.`,
      );
    case "greedy":
      return new Refusal(
        `\`${path}\` asks for more than 1 GB of memory. Look for a loop in it that does not end.`,
      );
    case "missing":
      return new Refusal(
        `What sets a PDF is not installed for this machine (${process.platform}, ${process.arch}). Run \`npm install\` without \`--omit=optional\` where rrb is installed, or write \`--format docx\`.`,
      );
  }
}

function objectToFault({ path }: SourceFile, faults: readonly TypstFault[]): Refusal {
  const fault = faults.find(({ severity }) => severity === 1) ?? faults[0]!;
  const start = fault.range?.start;
  const place = start === undefined ? path : `${path}:${start.line + 1}:${start.character + 1}`;
  const message = fault.message.replaceAll("`", "'");
  const font = /^unknown font family: (.*)$/.exec(message)?.[1];
  if (font !== undefined) {
    return new Refusal(
      `\`${place}\` names the font \`${font}\`, which rrb does not have. It may name ${PAGE_FONTS}.`,
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

/** Tells of a character that is not printed as it is, and where it stands in the note, or else that it came from elsewhere. */
export function tellOfCharacter(source: SourceFile, character: string, standIn: string): string {
  const at = source.text.indexOf(character);
  const place = at < 0 ? "The page" : `\`${source.path}:${placeOf(source, at).line}\``;
  return `${place} has \`${character}\` (${codeOf(character)}), which the PDF can't show. It says \`${standIn}\` instead.`;
}
