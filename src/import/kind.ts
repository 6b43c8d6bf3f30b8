import { openZip } from "../zip/unpack.ts";

/** What a file is, by its bytes alone. */
export type Kind =
  | "empty"
  | "pdf"
  | "docx"
  | "odt"
  | "spreadsheet"
  | "slides"
  | "other zip"
  | "broken zip"
  | "doc"
  | "encrypted"
  | "other old office"
  | "rtf"
  | "picture"
  | "html"
  | "text"
  | "binary";

/** What some bytes are. A text is HTML where it begins as a page does. */
export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 9 && byte <= 13))) return "empty";
  const start = latin(bytes.subarray(0, 1024));
  if (start.includes("%PDF-")) return "pdf";
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return kindOfZip(bytes);
  if (start.startsWith("\xd0\xcf\x11\xe0")) return kindOfOldOffice(bytes);
  if (start.startsWith("{\\rtf")) return "rtf";
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF....WEBP|BM.{4}\0\0\0\0)/s.test(start))
    return "picture";
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start)) return "text";
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b/is.test(
      start,
    )
  )
    return "html";
  return isBinary(bytes.subarray(0, 8192)) ? "binary" : "text";
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** Text has no zero bytes but those of UTF-16, which stand all in the odd places or all in the even ones. */
function isBinary(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  let strange = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2]! += 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange++;
  }
  return (zeros[0]! > 0 && zeros[1]! > 0) || strange > bytes.length / 20;
}

function kindOfZip(bytes: Uint8Array): Kind {
  const names = openZip(bytes)?.paths;
  if (names === undefined) return "broken zip";
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has("word/") || (has("[Content_Types].xml") && names.some((name) => /document\d*\.xml$/.test(name))))
    return "docx";
  if (has("xl/")) return "spreadsheet";
  if (has("ppt/")) return "slides";
  // An OpenDocument file begins with its own kind, not compressed, so that it can be read here.
  const kind = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(
    latin(bytes.subarray(0, 120)),
  )?.[1];
  if (kind === "text") return "odt";
  if (kind === "spreadsheet") return "spreadsheet";
  if (kind === "presentation") return "slides";
  return has("content.xml") ? "odt" : "other zip";
}

/** A Word file of the old kind, and any Office file with a password, is a compound file: its parts have names in UTF-16. */
function kindOfOldOffice(bytes: Uint8Array): Kind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => all.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage")) return "encrypted";
  return has("WordDocument") ? "doc" : "other old office";
}
