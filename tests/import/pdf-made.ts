/** Words on a page of a made-up PDF: in points from the lower left corner, in 11 points unless said. */
export interface Written {
  readonly at: readonly [x: number, y: number];
  readonly words: string;
  readonly size?: number;
  readonly isBold?: boolean;
  /** PDF operators that stand before the words, such as `3 Tr`. */
  readonly pen?: string;
}

/** A page of a made-up PDF, 595 by 842 points. */
export interface MadePage {
  readonly written?: readonly Written[];
  /** PDF operators, for lines and forms. */
  readonly drawn?: string;
  /** Entries of the dictionary of the page, such as `/Rotate 90`. */
  readonly entries?: string;
}

const FIRST_PAGE = 10;

/** Says of each byte which character it is, soft hyphens included: that of Latin 1. */
const LATIN =
  "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <FF> <0020> endbfrange endcmap";

/**
 * The bytes of a PDF with some pages; `objects` are further ones, by number from 100, that a page may name, `trailer`
 * further entries of the last dictionary.
 */
export function makePdf(
  pages: readonly MadePage[],
  objects: Readonly<Record<number, string>> = {},
  trailer = "",
): Uint8Array {
  const kids = pages.map((_, index) => `${FIRST_PAGE + index * 2} 0 R`).join(" ");
  const parts: Record<number, string> = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    3: font("Helvetica"),
    4: font("Helvetica-Bold"),
    5: stream(LATIN),
    ...objects,
  };
  const forms = Object.keys(objects).map((number) => `/X${number} ${number} 0 R`);
  const resources = `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << ${forms.join(" ")} >> >>`;
  for (const [index, page] of pages.entries()) {
    const number = FIRST_PAGE + index * 2;
    parts[number] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page.entries ?? ""} ${resources} /Contents ${number + 1} 0 R >>`;
    parts[number + 1] = stream(`${page.drawn ?? ""}\n${(page.written ?? []).map(write).join("\n")}`);
  }
  return assemble(parts, trailer);
}

/** A stream, with further entries in its dictionary. */
export function stream(content: string, entries = ""): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** The lines of a grid, from its edges in points. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const across = ys.map((y) => `${xs[0]} ${y} m ${xs.at(-1)} ${y} l S`);
  const down = xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S`);
  return [...across, ...down].join("\n");
}

/** Lines of words below one another. */
export function lines(
  words: readonly string[],
  x: number,
  y: number,
  { leading = 14, ...how }: Partial<Written> & { leading?: number } = {},
): Written[] {
  return words.map((line, index) => ({ ...how, at: [x, y - index * leading], words: line }));
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>`;
}

function write({ at, words, size = 11, isBold = false, pen = "" }: Written): string {
  const bytes = Buffer.from(words, "latin1").toString("hex");
  return `BT ${pen} /${isBold ? "F2" : "F1"} ${size} Tf ${at[0]} ${at[1]} Td <${bytes}> Tj ET`;
}

function assemble(parts: Readonly<Record<number, string>>, trailer: string): Uint8Array {
  const chunks = ["%PDF-1.7\n"];
  const offsets = new Map<number, number>();
  let length = chunks[0]!.length;
  for (const [number, part] of Object.entries(parts)) {
    offsets.set(Number(number), length);
    const chunk = `${number} 0 obj\n${part}\nendobj\n`;
    chunks.push(chunk);
    length += chunk.length;
  }
  const entries = [...offsets].map(
    ([number, at]) => `${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`,
  );
  const size = Math.max(...offsets.keys()) + 1;
  chunks.push(`xref\n0 1\n0000000000 65535 f \n${entries.join("")}`);
  chunks.push(`trailer << /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`);
  return new Uint8Array(Buffer.from(chunks.join(""), "latin1"));
}
