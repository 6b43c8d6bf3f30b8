import { WORD_SPACE, XML_HEAD } from "./xml.ts";

/** A style that the text of a page names. */
export interface Style {
  readonly id: string;
  /** As Word shows it; that of a built-in style is known to every Word in its own language. */
  readonly name: string;
  /** A style of a template that will do as well, where the template has none of this name. */
  readonly instead?: string;
  readonly kind: "paragraph" | "character" | "table";
  /** The rest of its definition, in the order that the format demands. */
  readonly xml: string;
}

/** Found wherever there is Word; `fontTable.xml` says what else will do. */
const SANS = "Arial";
const DARK = "1F3552";
const RULE = "A6B1C0";
const SHADE = "E9EDF3";

/** In twentieths of a point, and for letters in half points: 240 is one line, 24 a letter of 12 points. */
function paragraph(id: string, name: string, xml: string): Style {
  return { id, name, kind: "paragraph", xml };
}

function heading(level: number, size: number, before: number): Style {
  return paragraph(
    `Heading${level}`,
    `heading ${level}`,
    '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>' +
      `<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="100"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
      `<w:rPr><w:b/><w:bCs/><w:color w:val="${DARK}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`,
  );
}

const ON_NORMAL = '<w:basedOn w:val="Normal"/>';
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`)
  .join("");

/** The styles of a page. Those of a template by the same name stand before them. */
export const STYLES: readonly Style[] = [
  heading(1, 40, 0),
  heading(2, 30, 360),
  heading(3, 26, 280),
  heading(4, 24, 240),
  heading(5, 24, 240),
  heading(6, 24, 240),
  paragraph(
    "ListParagraph",
    "List Paragraph",
    `${ON_NORMAL}<w:uiPriority w:val="34"/><w:qFormat/><w:pPr><w:spacing w:after="60"/></w:pPr>`,
  ),
  paragraph(
    "Quote",
    "Quote",
    `${ON_NORMAL}<w:uiPriority w:val="29"/><w:qFormat/><w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="${RULE}"/></w:pBdr><w:ind w:left="340"/></w:pPr>`,
  ),
  paragraph(
    "CodeBlock",
    "Code Block",
    `${ON_NORMAL}<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F3F4F6"/></w:pPr>${letters("Courier New", 21)}`,
  ),
  paragraph(
    "TableText",
    "Table Text",
    `${ON_NORMAL}<w:pPr><w:spacing w:before="40" w:after="40" w:line="247" w:lineRule="auto"/></w:pPr>${size(20)}`,
  ),
  paragraph(
    "TableHeading",
    "Table Heading",
    `<w:basedOn w:val="TableText"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="${DARK}"/></w:rPr>`,
  ),
  paragraph(
    "DraftMark",
    "Draft Mark",
    `${ON_NORMAL}<w:pPr><w:spacing w:after="120"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="9C1C1C"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>`,
  ),
  paragraph(
    "Footer",
    "footer",
    `${ON_NORMAL}<w:uiPriority w:val="99"/><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="${RULE}"/></w:pBdr><w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="4A5361"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`,
  ),
  {
    id: "Hyperlink",
    name: "Hyperlink",
    kind: "character",
    xml: '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="0B4DA2"/><w:u w:val="single"/></w:rPr>',
  },
  {
    id: "InlineCode",
    name: "Inline Code",
    kind: "character",
    xml: `<w:basedOn w:val="DefaultParagraphFont"/>${letters("Courier New", 22)}`,
  },
  {
    id: "MinutesTable",
    name: "Minutes Table",
    instead: "Table Grid",
    kind: "table",
    xml:
      `<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>` +
      `<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${SHADE}"/></w:tcPr></w:tblStylePr>`,
  },
];

function size(halfPoints: number): string {
  return `<w:rPr><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`;
}

function letters(font: string, halfPoints: number): string {
  return `<w:rPr>${fonts(font)}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`;
}

function fonts(font: string): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
}

/** A style as `styles.xml` defines it. */
export function defineStyle({ id, name, kind, xml }: Style): string {
  const custom = /^(?:heading|footer|List Paragraph|Quote|Hyperlink)/.test(name) ? "" : ' w:customStyle="1"';
  return `<w:style w:type="${kind}"${custom} w:styleId="${id}"><w:name w:val="${name}"/>${xml}</w:style>`;
}

/** `styles.xml` of a document without a template: what every text has, and the styles. */
export function writeStyles(language: string): string {
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(SANS)}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>';
  const cells =
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>';
  const first =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>${cells}</w:tblPr></w:style>`;
  return `${XML_HEAD}<w:styles ${WORD_SPACE}>${defaults}${first}${STYLES.map(defineStyle).join("")}</w:styles>`;
}

/** `fontTable.xml`: what may stand in for a font where it is missing. */
export function writeFonts(): string {
  const font = (name: string, others: string, family: string, pitch: string) =>
    `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`;
  return `${XML_HEAD}<w:fonts ${WORD_SPACE}>${font(SANS, "Liberation Sans,Helvetica", "swiss", "variable")}${font("Courier New", "Liberation Mono,Courier", "modern", "fixed")}</w:fonts>`;
}
