import { fromHtml } from "hast-util-from-html";
import { decodeText } from "../decoding.ts";
import { type Finds, readHtmlBlocks } from "../html/blocks.ts";
import { demandFlatPage } from "../html/nesting.ts";
import { partPage } from "../html/page.ts";
import type { Imported } from "../imported.ts";
import { printBlocks } from "../print.ts";
import { remarkOnHidden, remarkOnPictures } from "../remarks.ts";

/** Reads a web page: its main part as it is seen; what stands around that is listed as dropped. No script of it runs. */
export async function importHtml(bytes: Uint8Array): Promise<Imported> {
  const { text, remarks } = decodeText(bytes, charsetOf(bytes));
  demandFlatPage(text);
  const { main, dropped } = partPage(fromHtml(text));
  const finds: Finds = { pictures: 0, hidden: [], described: [] };
  const blocks = readHtmlBlocks(main, finds);
  return {
    ...printBlocks(blocks),
    countedIn: "line",
    dropped: [...dropped, ...finds.hidden, ...finds.described],
    remarks: [...remarks, ...remarkOnHidden(finds.hidden), ...remarkOnPictures(finds.pictures)],
  };
}

/** The encoding that a page names in its head. */
function charsetOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    "latin1",
  );
  return /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ?? null;
}
