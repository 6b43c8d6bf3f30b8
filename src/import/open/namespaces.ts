const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

/** The namespaces of OpenDocument files under the prefixes that everyone gives them. */
export const OPEN_PREFIXES: ReadonlyMap<string, string> = new Map([
  ...["office", "style", "text", "table"].map((name) => [`${OASIS}${name}:1.0`, name] as const),
  [`${OASIS}drawing:1.0`, "draw"],
  [`${OASIS}xsl-fo-compatible:1.0`, "fo"],
  [`${OASIS}manifest:1.0`, "manifest"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"],
]);
