import { Liquid, LiquidError } from "liquidjs";
import { Refusal } from "../refusal.ts";
import { suggest } from "../source/nearest.ts";
import type { SourceFile } from "../source/source-file.ts";

/** These read other files, which no template may. */
const FORBIDDEN_TAGS = ["include", "render", "layout", "block"];
/** These ask the clock or the dice: a template gives the same page every time. `raw` would let words be markup. */
const FORBIDDEN_FILTERS = /^(?:date|sample|shuffle|raw$)/;

/** The most that a template may build up, in the engine's own count of characters and elements. */
const MEMORY = 50_000_000;
/** For how long, in milliseconds, it may go on. */
const PATIENCE = 10_000;

/** The words that a template may name, by their names. */
export type TemplateWords = Readonly<Record<string, unknown>>;

/** A part of a page that is made already: a template puts it where it belongs, as it is. */
export interface Markup {
  readonly markup: string;
}

/**
 * A template (Liquid) filled in. It sees nothing but the words given to it, and can read no file and run no code.
 * `prepare` makes plain words such as may stand on the page; `Markup` goes in as it is. Throws a Refusal that says where the template
 * goes wrong.
 */
export function fillTemplate(
  template: SourceFile,
  words: TemplateWords,
  prepare: (words: string) => string = (plain) => plain,
): string {
  try {
    return engine(prepare).parseAndRenderSync(template.text, words);
  } catch (error) {
    if (error instanceof LiquidError) throw objection(template, error, words);
    throw error;
  }
}

function engine(prepare: (words: string) => string): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    outputEscape: (value) => put(value, prepare),
    memoryLimit: MEMORY,
    renderLimit: PATIENCE,
  });
  for (const tag of FORBIDDEN_TAGS) delete liquid.tags[tag];
  for (const filter of Object.keys(liquid.filters)) {
    if (FORBIDDEN_FILTERS.test(filter)) delete liquid.filters[filter];
  }
  return liquid;
}

function put(value: unknown, prepare: (words: string) => string): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => put(one, prepare)).join("");
  if (typeof value !== "object") return prepare(String(value));
  return "markup" in value ? String(value.markup) : "";
}

/** The engine says `undefined variable: date, line:3, col:7`; the place and what is wrong are told in rrb's words. */
function objection(template: SourceFile, error: LiquidError, words: TemplateWords): Refusal {
  const [, fault, line, column] = /^([\s\S]*?)(?:, line:(\d+), col:(\d+))?$/.exec(error.message)!;
  const place = line === undefined ? template.path : `${template.path}:${line}:${column}`;
  const unknown = /^(?:undefined (variable|filter): (.+)|(tag) "(.+)" not found)$/.exec(fault!);
  if (unknown === null) {
    return new Refusal(
      `The template goes wrong at \`${place}\`: ${fault!.replaceAll("`", "'")}. Mend it there.`,
    );
  }
  const [, kind = "tag", name = unknown[4]!] = unknown;
  return kind === "variable" ? refuseVariable(place, name, words) : refuseEngineWord(place, kind, name);
}

function refuseVariable(place: string, unknown: string, words: TemplateWords): Refusal {
  const last = unknown.slice(unknown.lastIndexOf(".") + 1);
  const known = Object.keys(words).map((word) => `\`${word}\``);
  const advice = suggest(last, namesIn(words), `It may name ${known.join(", ")}.`);
  return new Refusal(`\`${place}\` names \`${unknown}\`, which a template does not know. ${advice}`);
}

function refuseEngineWord(place: string, kind: string, name: string): Refusal {
  const advice = suggest(name, knownToEngine(kind), "Leave it out.");
  return new Refusal(`\`${place}\` uses the ${kind} \`${name}\`, which no template may. ${advice}`);
}

function knownToEngine(kind: string): string[] {
  const { filters, tags } = engine(String);
  return Object.keys(kind === "filter" ? filters : tags);
}

/** Every name in some words, however deep; what stands in a list is told by its first entry. */
function namesIn(words: unknown): string[] {
  if (Array.isArray(words)) return namesIn(words[0]);
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => [name, ...namesIn(value)]);
}
