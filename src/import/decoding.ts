/** A text taken from bytes, and what must be told about how it was read. */
export interface Decoded {
  /** Without a byte-order mark; lines end in LF. */
  readonly text: string;
  readonly remarks: readonly string[];
}

/** What Windows-1252 has at 0x80 to 0x9F, where Latin 1 has control characters. */
const WINDOWS_1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Names under which files say that they are Windows-1252, or what browsers read as such. */
const WESTERN = /^(?:windows-1252|cp-?1252|iso-?8859-?1|latin-?1|us-ascii|ascii|ansi)$/i;

/**
 * Reads bytes as text: by their byte-order mark, as UTF-8 where they are that, else as `charset` where the file
 * names one, else as Windows-1252, which is told. Any bytes are some text.
 */
export function decodeText(bytes: Uint8Array, charset: string | null = null): Decoded {
  const marked = decodeMarked(bytes);
  if (marked !== null) return decoded(marked, []);
  try {
    return decoded(new TextDecoder("utf-8", { fatal: true }).decode(bytes), []);
  } catch {
    return decodeOther(bytes, charset);
  }
}

function decodeMarked(bytes: Uint8Array): string | null {
  const utf16 = endianOf(bytes);
  return utf16 === null ? null : new TextDecoder(utf16).decode(bytes);
}

/** UTF-16 by its mark, or by the zero bytes that every second byte of Western text is. */
function endianOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 1000);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const most = looked * 0.35;
  if (looked < 4 || zeros[0]! > 0 === zeros[1]! > 0) return null;
  return zeros[1]! > most ? "utf-16le" : zeros[0]! > most ? "utf-16be" : null;
}

function decodeOther(bytes: Uint8Array, charset: string | null): Decoded {
  if (charset !== null && !WESTERN.test(charset) && !/^utf-?8$/i.test(charset)) {
    try {
      return decoded(new TextDecoder(charset).decode(bytes), []);
    } catch {
      // A name that no decoder knows is no name.
    }
  }
  const isSaid = charset !== null && WESTERN.test(charset);
  const remark = "The text is not UTF-8. It was read as Windows-1252: look at its pounds, dashes and quotes.";
  return decoded(decodeWestern(bytes), isSaid ? [] : [remark]);
}

// Some versions of Node decode "windows-1252" as Latin 1.
function decodeWestern(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return text.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}

function decoded(text: string, remarks: readonly string[]): Decoded {
  return { text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), remarks };
}
