import { Refusal } from "../refusal.ts";
import type { Importer } from "./imported.ts";
import { type Kind, kindOf } from "./kind.ts";

/** The kinds of document that can be imported; only the importer that is asked for is loaded. */
export const IMPORTERS: readonly Importer[] = [
  {
    name: "docx",
    endings: ["docx", "docm"],
    load: async () => (await import("./importers/docx.ts")).importDocx,
  },
  {
    name: "odt",
    endings: ["odt"],
    load: async () => (await import("./importers/odt.ts")).importOdt,
  },
  {
    name: "html",
    endings: ["html", "htm", "xhtml"],
    load: async () => (await import("./importers/html.ts")).importHtml,
  },
  {
    name: "markdown",
    endings: ["md", "markdown"],
    load: async () => (await import("./importers/markdown.ts")).importMarkdown,
  },
  {
    name: "json",
    endings: ["json"],
    load: async () => (await import("./importers/json.ts")).importJson,
  },
  {
    name: "text",
    endings: ["txt", "text"],
    load: async () => (await import("./importers/text.ts")).importText,
  },
  {
    name: "pdf",
    endings: ["pdf"],
    load: async () => (await import("./importers/pdf.ts")).importPdf,
  },
];

/** Of what importer the bytes of a kind are; any text may be plain text, Markdown or a web page. */
const IMPORTER_OF: Readonly<Partial<Record<Kind, string>>> = { pdf: "pdf", docx: "docx", odt: "odt" };

/** What the bytes of a kind are called, and the ending they should have. */
const CALLED: Readonly<Partial<Record<Kind, readonly [string, string]>>> = {
  pdf: ["a PDF", "pdf"],
  docx: ["a Word file", "docx"],
  odt: ["an OpenDocument text", "odt"],
  html: ["a web page", "html"],
  text: ["plain text", "txt"],
};

/** Why what some bytes are cannot be imported, and the way out. */
const REFUSED: Readonly<Partial<Record<Kind, string>>> = {
  empty: "is empty. Look whether it was copied whole",
  doc: "is a Word file of the old kind (.doc). Open it in Word and save it as .docx",
  "other old office": "is an Office file of an old kind. Open it and save it as .docx",
  encrypted: "is locked with a password. Open it, remove the password and save it again",
  rtf: "is Rich Text (.rtf). Open it in Word and save it as .docx",
  spreadsheet: "is a spreadsheet. Copy its table into a Word file and save that as .docx",
  slides: "is a set of slides. Copy its words into a Word file and save that as .docx",
  "other zip": "is a zip file and no document. Unpack it, and import what is in it",
  "broken zip": "is damaged and cannot be opened. Look for another copy of it",
  picture: "is a picture. Have its words recognised, and save them as .docx",
  binary: "is neither a text nor a document that rrb knows. Save it as .docx",
};

/**
 * The importer for a document, by the ending of its name and by what its bytes are. Throws a Refusal that names the
 * way out where no importer reads such files, or where the bytes are not what the name says.
 */
export function importerFor(name: string, bytes: Uint8Array): Importer {
  const kind = kindOf(bytes);
  const refused = REFUSED[kind];
  if (refused !== undefined) throw new Refusal(`\`${name}\` ${refused}.`);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const named = IMPORTERS.find(({ endings }) => endings.includes(ending));
  const needed = IMPORTER_OF[kind];
  const fits = needed === undefined ? !isOfBytes(named) : named?.name === needed;
  if (named !== undefined && fits) return named;
  const [called, proper] = CALLED[kind]!;
  if (named === undefined && needed === undefined && !/^(?:docx?|rtf|odt|pdf)$/.test(ending)) {
    const known = IMPORTERS.map(({ endings }) => `.${endings[0]}`).join(", ");
    throw new Refusal(`rrb cannot tell by its name what \`${name}\` is. It imports ${known}.`);
  }
  throw new Refusal(`\`${name}\` is ${called}. Give it the ending \`.${proper}\`.`);
}

/** Whether an importer reads but one kind of bytes. */
function isOfBytes(importer: Importer | undefined): boolean {
  return importer !== undefined && Object.values(IMPORTER_OF).includes(importer.name);
}
