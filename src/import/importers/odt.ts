import type { Dropped, Imported } from "../imported.ts";
import { readOpenBlocks } from "../open/blocks.ts";
import { readListStyles } from "../open/lists.ts";
import { OPEN_PREFIXES } from "../open/namespaces.ts";
import { listOpenWords } from "../open/plain-words.ts";
import type { OpenReading } from "../open/reading.ts";
import { readOpenStyles } from "../open/styles.ts";
import { damaged, locked, openPackage } from "../package.ts";
import { printBlocks } from "../print.ts";
import {
  remarkOnChanges,
  remarkOnComments,
  remarkOnHidden,
  remarkOnPictures,
  remarkOnStruck,
} from "../remarks.ts";
import { childOf, childrenOf, descendantsOf, readXml, type Xml } from "../xml.ts";

/**
 * Reads an OpenDocument text as a reader sees it: with the numbers of its lists and headings, tracked changes taken
 * as made. Hidden text, comments, and the heads and feet of pages are listed as dropped.
 */
export async function importOdt(bytes: Uint8Array): Promise<Imported> {
  const open = openPackage(bytes);
  const read = (path: string): Xml | null => {
    const part = open(path);
    return part === null ? null : readXml(part, OPEN_PREFIXES);
  };
  const manifest = read("META-INF/manifest.xml");
  if (manifest !== null && descendantsOf(manifest, "manifest:encryption-data").length > 0) throw locked();
  const content = read("content.xml");
  const text = childOf(childOf(content ?? undefined, "office:body"), "office:text");
  if (content === null || text === undefined) throw damaged();
  const styles = read("styles.xml");
  const roots = styles === null ? [content] : [styles, content];
  const reading = begin(roots);
  const printed = printBlocks(readOpenBlocks(text, reading));
  const { hidden, comments, contents, pictures, struck } = reading.finds;
  const changes = descendantsOf(text, "text:changed-region").length;
  return {
    ...printed,
    countedIn: "paragraph",
    dropped: [
      ...listOnce(styles, "header"),
      ...contents,
      ...hidden,
      ...comments,
      ...listOnce(styles, "footer"),
    ],
    remarks: [
      ...remarkOnChanges(changes),
      ...remarkOnComments(descendantsOf(text, "office:annotation").length),
      ...remarkOnHidden(hidden),
      ...remarkOnStruck(struck),
      ...remarkOnPictures(pictures),
    ],
  };
}

function begin(roots: readonly Xml[]): OpenReading {
  return {
    styles: readOpenStyles(roots),
    lists: readListStyles(roots),
    finds: { hidden: [], comments: [], contents: [], pictures: 0, struck: 0 },
    counts: new Map(),
    outline: [],
    place: 1,
    tables: 0,
    notes: 0,
  };
}

/** The words of the heads or feet of pages: those of several kinds of page but once. */
function listOnce(styles: Xml | null, what: "header" | "footer"): Dropped[] {
  const pages = childrenOf(childOf(styles ?? undefined, "office:master-styles"), "style:master-page");
  const parts = pages.flatMap(({ children }) =>
    children.filter(
      (child): child is Xml => typeof child !== "string" && child.name.startsWith(`style:${what}`),
    ),
  );
  const lines = parts.flatMap((part) => listOpenWords(part, 1));
  return [...new Map(lines.map((line) => [line.text, line])).values()];
}
