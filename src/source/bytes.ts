import { isUtf8 } from "node:buffer";

/** A file's bytes as text, or why they are none: one short sentence, with the line (from 1). */
export type Decoded = { readonly text: string } | { readonly text: null; readonly message: string };

/** Decodes UTF-8. A byte-order mark is not part of the text; a NUL character is in no text. */
export function decodeText(bytes: Buffer): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: null, message: "It is UTF-16, not UTF-8." };
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return {
      text: null,
      message: `Line ${lastLineOf(bytes.toString("latin1", 0, nul))} holds a NUL character.`,
    };
  }
  if (!isUtf8(bytes)) {
    const text = bytes.toString("utf8");
    return { text: null, message: `Line ${lastLineOf(text.slice(0, text.indexOf("\ufffd")))} is not UTF-8.` };
  }
  return { text: bytes.toString("utf8", startsWithMark(bytes) ? 3 : 0) };
}

/** Whether bytes begin with the byte-order mark of UTF-8. */
export function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function lastLineOf(text: string): number {
  return text.split(/\r\n?|\n/).length;
}
