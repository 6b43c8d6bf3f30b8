import mammoth from "mammoth";
import { escapeMarkup } from "../../source/markup.ts";
import { packZip } from "../../zip/pack.ts";
import { damaged } from "../package.ts";

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
  readonly xml: string;
  readonly links: ReadonlyMap<string, string>;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** Has mammoth read the parts of a Word file: the document itself, `footnotes` and `endnotes`. */
export async function readTree(parts: Readonly<Record<string, RewrittenPart>>): Promise<DocumentTree> {
  const files = new Map<string, Uint8Array>();
  for (const [name, { xml, links }] of Object.entries(parts)) {
    files.set(`word/${name}.xml`, bytesOf(`<w:${name} ${NAMESPACES}>${xml}</w:${name}>`));
    files.set(`word/_rels/${name}.xml.rels`, bytesOf(relationships(links)));
  }
  let tree: { children: Node[]; notes: { resolve(reference: Node): { body: Node[] } | null } } | null = null;
  const buffer = Buffer.from(packZip(files, 0));
  const { messages } = await mammoth
    .convertToHtml(
      { buffer },
      {
        styleMap: [],
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        // The tree is all that is wanted: of an empty document mammoth makes no HTML.
        transformDocument: (document) => {
          tree = document;
          return { ...document, children: [] };
        },
      },
    )
    // It throws plain errors for a document without a body, and the like.
    .catch(() => {
      throw damaged();
    });
  const { children, notes } = tree!;
  return {
    body: children,
    noteOf: (reference) => notes.resolve(reference)?.body ?? [],
    lostSigns: messages.filter(({ message }) => message.startsWith("A w:sym")).length,
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function relationships(links: ReadonlyMap<string, string>): string {
  const all = [...links].map(
    ([id, target]) =>
      `<Relationship Id="${escapeMarkup(id)}" Type="${LINK}" Target="${escapeMarkup(target)}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
}
