import { posix } from "node:path";
import { escapeMarkup } from "../../source/markup.ts";
import type { Parts } from "../../zip/unpack.ts";
import { changeText, findElements } from "./elements.ts";
import { XML_HEAD } from "./xml.ts";

/** The parts of a Word file while it is put together. */
export type OpenParts = Map<string, Uint8Array>;

/** A part that another one names. */
export interface Relation {
  readonly id: string;
  /** The last word of its kind: `styles`, `header`, `hyperlink`. */
  readonly kind: string;
  /** The path of the part; the address itself where it lies outside. */
  readonly target: string;
}

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const TYPES = "[Content_Types].xml";

/** A part as text; empty where there is none. */
export function readPart(parts: Parts, path: string): string {
  return new TextDecoder().decode(parts.get(path));
}

export function writePart(parts: OpenParts, path: string, text: string): void {
  parts.set(path, new TextEncoder().encode(text));
}

/** What a part names; what the whole file names where the path is empty. */
export function relationsOf(parts: Parts, path: string): Relation[] {
  const xml = readPart(parts, relationsPath(path));
  if (xml === "") return [];
  return findElements(xml, "Relationship").map(({ attributes }) => {
    const { Id = "", Type = "", Target = "", TargetMode } = attributes;
    const target =
      TargetMode === "External" ? Target : posix.join("/", posix.dirname(path), Target).replace(/^\//, "");
    return {
      id: Id,
      kind: posix.basename(Type),
      target: Target.startsWith("/") ? Target.slice(1) : target,
    };
  });
}

function relationsPath(path: string): string {
  return `${path === "" ? "" : `${posix.dirname(path)}/`}_rels/${posix.basename(path)}.rels`;
}

/** Lets a part name another one, or an address outside; gives the id by which it does. */
export function relate(parts: OpenParts, from: string, kind: string, target: string): string {
  const taken = new Set(relationsOf(parts, from).map(({ id }) => id));
  let count = 1;
  while (taken.has(`rIdMinutes${count}`)) count++;
  const id = `rIdMinutes${count}`;
  const outside = kind === "hyperlink" ? ' TargetMode="External"' : "";
  const shown = kind === "hyperlink" ? target : `/${target}`;
  const path = relationsPath(from);
  const xml = readPart(parts, path) || `${XML_HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`;
  const added = `<Relationship Id="${id}" Type="${KINDS}/${kind}" Target="${escapeMarkup(shown)}"${outside}/>`;
  writePart(parts, path, insertLast(xml, "Relationships", added));
  return id;
}

/** Adds a part of a kind of Word's own, such as `header`, and lets the body name it; gives the id by which it does. */
export function addPart(parts: OpenParts, body: string, kind: string, xml: string): string {
  const path = `${posix.dirname(body)}/minutes-${kind}.xml`;
  writePart(parts, path, xml);
  const type = `<Override PartName="/${path}" ContentType="${WORD_KIND}.${kind}+xml"/>`;
  writePart(parts, TYPES, insertLast(readPart(parts, TYPES), "Types", type));
  return relate(parts, body, kind, path);
}

/** The type of a part, as the file declares it. */
export function typeOf(parts: Parts, path: string): string {
  const overrides = findElements(readPart(parts, TYPES), "Override");
  const own = overrides.find(
    ({ attributes }) => attributes.PartName?.toLowerCase() === `/${path.toLowerCase()}`,
  );
  return own?.attributes.ContentType ?? "";
}

/** Declares another type for a part. */
export function retype(parts: OpenParts, from: string, to: string): void {
  writePart(parts, TYPES, readPart(parts, TYPES).replaceAll(`"${from}"`, `"${to}"`));
}

/** Puts something in as the last child of the element that encloses a whole part, even of an empty one. */
export function insertLast(xml: string, name: string, added: string): string {
  const root = findElements(xml, name).at(-1)!;
  const closing = `</${name}>`;
  const end = xml.lastIndexOf(closing, root.end);
  if (end >= root.open) return changeText(xml, [{ start: end, end, text: added }]);
  const tag = xml.slice(root.start, root.open).replace(/\s*\/>$/, ">");
  return changeText(xml, [{ start: root.start, end: root.end, text: `${tag}${added}${closing}` }]);
}
