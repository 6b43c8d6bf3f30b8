import { type Element, findElements } from "./elements.ts";
import { addPart, insertLast, readPart, relationsOf, writePart } from "./package.ts";
import { defineStyle, STYLES } from "./styles.ts";
import type { Template } from "./template.ts";
import { WORD_SPACE, XML_HEAD } from "./xml.ts";

/** The id that each style of a page has in the template, to which those that it lacks are added. */
export function placeStyles({ parts, body }: Template): ReadonlyMap<string, string> {
  const path = relationsOf(parts, body).find(({ kind }) => kind === "styles")?.target ?? null;
  const xml = path === null ? `${XML_HEAD}<w:styles ${WORD_SPACE}></w:styles>` : readPart(parts, path);
  const known = findElements(xml, "w:style", "w:name");
  const isNameOf = (style: Element, { name, start, end }: Element) =>
    name === "w:name" && start > style.start && end < style.end;
  const own = known
    .filter(({ name }) => name === "w:style")
    .map((style) => ({
      id: style.attributes["w:styleId"] ?? "",
      kind: style.attributes["w:type"] ?? "paragraph",
      isUsual: /^(?:1|true|on)$/.test(style.attributes["w:default"] ?? ""),
      called: known.find((other) => isNameOf(style, other))?.attributes["w:val"]?.toLowerCase(),
    }));
  const usual = (kind: string) => own.find((style) => style.kind === kind && style.isUsual)?.id;
  const ids = new Map<string, string>();
  for (const [id, kind] of [
    ["Normal", "paragraph"],
    ["DefaultParagraphFont", "character"],
    ["TableNormal", "table"],
  ]) {
    ids.set(id!, usual(kind!) ?? id!);
  }
  const missing = STYLES.filter(({ id, name, instead, kind }) => {
    const there =
      own.find((style) => style.kind === kind && style.called === name.toLowerCase()) ??
      own.find((style) => style.kind === kind && style.called === instead?.toLowerCase());
    const isTaken = own.some((style) => style.id === id);
    ids.set(id, there?.id ?? (isTaken ? `Minutes${id}` : id));
    return there === undefined;
  });
  const added = missing.map((style) =>
    defineStyle({ ...style, id: ids.get(style.id)! }).replace(
      /(<w:(?:basedOn|next) w:val=")([^"]*)/g,
      (_, tag, id) => tag + (ids.get(id) ?? id),
    ),
  );
  const filled = insertLast(xml, "w:styles", added.join(""));
  if (path === null) addPart(parts, body, "styles", filled);
  else writePart(parts, path, filled);
  return ids;
}
