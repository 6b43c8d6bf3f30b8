import { zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Files packed into one, as Word and LibreOffice do it. */
export function packed(files: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1) });
}

/** A Word file with a body, and with other parts by their names: `styles`, `numbering`, `footnotes`, `header` … */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const named = Object.entries(parts).filter(([name]) => name !== "link");
  const relations = named.map(
    ([name], index) => `<Relationship Id="r${index}" Type="${TYPE}/${name}" Target="${name}.xml"/>`,
  );
  const link =
    parts.link === undefined
      ? ""
      : `<Relationship Id="link" Type="${TYPE}/hyperlink" TargetMode="External" Target="${parts.link}"/>`;
  return packed({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationships(
      `<Relationship Id="a" Type="${TYPE}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/document.xml": `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(relations.join("") + link),
    ...Object.fromEntries(
      named.map(([name, xml]) => [`word/${name}.xml`, `<w:${name} ${W} ${R}>${xml}</w:${name}>`]),
    ),
  });
}

function relationships(all: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`;
}

/** A paragraph with words, and with what its properties hold. */
export function p(words: string, properties = "", ofWords = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(words, ofWords)}</w:p>`;
}

/** A run of words. */
export function r(words: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** What makes a paragraph an entry of a list. */
export function entry(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A table of rows of cells, each cell's own XML given. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${cell}</w:tc>`).join("");
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const OPEN = [
  ...["office", "style", "text", "table"].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  `xmlns:draw="${OASIS}:drawing:1.0" xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(" ");

/** An OpenDocument text with a body, styles of its own, and what stands at the head of its pages. */
export function openFile(body: string, styles = "", head = ""): Uint8Array {
  const page = `<office:master-styles><style:master-page><style:header>${head}</style:header></style:master-page></office:master-styles>`;
  return packed({
    mimetype: "application/vnd.oasis.opendocument.text",
    "styles.xml": `<office:document-styles ${OPEN}>${page}</office:document-styles>`,
    "content.xml": `<office:document-content ${OPEN}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
}
