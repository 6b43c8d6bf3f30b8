import { createBodyReader } from "mammoth/lib/docx/body-reader.js";
import { element, type MammothNode, text } from "mammoth/lib/xml/nodes.js";
import { damaged } from "../package.ts";
import type { Xml } from "../xml.ts";

/** What mammoth makes of a Word file: a tree of these, each with what its kind has. */
export interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly name?: string;
  readonly href?: string | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isHeader?: boolean;
  readonly checked?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly noteType?: string;
  readonly noteId?: string;
}

/** A document in mammoth's tree. */
export interface DocumentTree {
  readonly body: readonly Node[];
  /** The paragraphs of a footnote or an endnote. */
  readonly noteOf: (reference: Node) => readonly Node[];
  /** How many characters of fonts of signs have no letter that says the same. */
  readonly lostSigns: number;
}

/** A part of a Word file as it was rewritten, and where its links lead. */
export interface RewrittenPart {
  readonly children: Xml["children"];
  readonly links: ReadonlyMap<string, string>;
}

/**
 * Has mammoth read the parts of a Word file: the document itself, `footnotes` and `endnotes`. What makes its tree is
 * asked by itself, as all else in mammoth only opens files, which are open here already, or writes HTML.
 */
export function readTree(parts: Readonly<Record<string, RewrittenPart>>): DocumentTree {
  // mammoth tells of each sign that it can't read but once in a part.
  const signs = new Map<string, number>();
  let lostSigns = 0;
  const nodeOf = (child: Xml | string): MammothNode => {
    if (typeof child === "string") return text(child);
    const { name, attributes, children } = child;
    if (name === "w:sym") {
      const sign = `char ${attributes["w:char"]} in font ${attributes["w:font"]}`;
      signs.set(sign, (signs.get(sign) ?? 0) + 1);
    }
    return element(name, attributes, children.map(nodeOf));
  };
  const read = ({ children }: Xml, { links }: RewrittenPart): readonly Node[] => {
    const relationships = { findTargetByRelationshipId: (id: string) => links.get(id) ?? "" };
    signs.clear();
    const { value, messages } = createBodyReader({ relationships, styles: {} }).readXmlElements(
      children.map(nodeOf),
    );
    for (const { message } of messages)
      if (message.startsWith("A w:sym")) lostSigns += signs.get(message.slice(message.indexOf("char "))) ?? 1;
    return value;
  };
  // It throws plain errors for what no program writes.
  try {
    const notes = new Map<string, readonly Node[]>();
    let body: readonly Node[] | null = null;
    for (const part of Object.values(parts)) {
      for (const child of part.children) {
        if (typeof child === "string") continue;
        if (child.name === "w:body") body ??= read(child, part);
        else if (isNote(child))
          notes.set(keyOf(child.name.slice(2), child.attributes["w:id"]), read(child, part));
      }
    }
    if (body === null) throw damaged();
    return { body, noteOf: ({ noteType, noteId }) => notes.get(keyOf(noteType, noteId)) ?? [], lostSigns };
  } catch {
    throw damaged();
  }
}

function isNote({ name, attributes }: Xml): boolean {
  return /^w:(?:foot|end)note$/.test(name) && !/separator$/i.test(attributes["w:type"] ?? "");
}

function keyOf(type: string | undefined, id: string | undefined): string {
  return `${type}-${id}`;
}
