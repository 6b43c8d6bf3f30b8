import { damaged, openPackage, type Package } from "../package.ts";
import { childrenOf, readXml, type Xml } from "../xml.ts";
import { WORD_PREFIXES } from "./namespaces.ts";

/** A part of a Word file, and where its links lead. */
export interface Part {
  readonly root: Xml;
  readonly links: ReadonlyMap<string, string>;
}

/** The parts of a Word file that hold words, or tell how they are shown. */
export interface WordParts {
  readonly document: Part;
  readonly footnotes: Part | null;
  readonly endnotes: Part | null;
  readonly comments: Part | null;
  readonly styles: Part | null;
  readonly numbering: Part | null;
  /** What stands at the head and the foot of pages. */
  readonly heads: readonly Part[];
  readonly feet: readonly Part[];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Takes a Word file apart. Throws a Refusal where it is damaged, or too large. */
export function readWordParts(bytes: Uint8Array): WordParts {
  const open = openPackage(bytes);
  const main = relationsOf(open, "").find(({ type }) => type === "officeDocument")?.target;
  const path = main !== undefined && open(main) !== null ? main : "word/document.xml";
  const document = readPart(open, path);
  if (document === null) throw damaged();
  const relations = relationsOf(open, path);
  const all = (wanted: string): Part[] =>
    relations.flatMap(({ type, target }) => (type === wanted ? (readPart(open, target) ?? []) : []));
  const one = (wanted: string): Part | null => all(wanted)[0] ?? null;
  return {
    document,
    footnotes: one("footnotes"),
    endnotes: one("endnotes"),
    comments: one("comments"),
    styles: one("styles"),
    numbering: one("numbering"),
    heads: all("header"),
    feet: all("footer"),
  };
}

function readPart(open: Package, path: string): Part | null {
  const bytes = open(path);
  if (bytes === null) return null;
  const links = relationsOf(open, path).filter(({ type }) => type === "hyperlink");
  return { root: readXml(bytes, WORD_PREFIXES), links: new Map(links.map(({ id, target }) => [id, target])) };
}

/** What a part says of others: by the last word of what they are to it, and their paths. */
function relationsOf(open: Package, path: string): Relation[] {
  const folder = path.replace(/[^/]*$/, "");
  const bytes = open(`${folder}_rels/${path.slice(folder.length)}.rels`);
  if (bytes === null) return [];
  return childrenOf(readXml(bytes, WORD_PREFIXES), "rel:Relationship").map(({ attributes }) => {
    const target = attributes.Target ?? "";
    const isOutside = attributes.TargetMode === "External";
    return {
      id: attributes.Id ?? "",
      type: (attributes.Type ?? "").replace(/^.*\//, ""),
      target: isOutside ? target : pathOf(folder, target),
    };
  });
}

function pathOf(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
