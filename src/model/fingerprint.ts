/** The keys that confirming a note writes, into that note and into the one of the confirming meeting. */
const WRITTEN_BY_CONFIRMING = /^(?:state|confirmed|confirms|corrections|fingerprint):/;

/** A line that goes on with the key above it: indented, or an entry of a list at the margin. */
const GOES_ON = /^(?:[ \t]|-(?:[ \t]|$))/;

/**
 * The fingerprint of a note: the SHA-256, in hexadecimal, of its text in UTF-8 with LF line ends, without a byte-order
 * mark, and without the lines of its front matter that hold the keys `state`, `confirmed`, `confirms`, `corrections`
 * and `fingerprint`: each line that begins with one of them and a colon, and the lines right below it that are indented
 * or begin with a hyphen and a space. So confirming does not change it, anything else does, and anyone can work it out
 * again. In a Markdown note the front matter runs from its first line, `---`, to the next one; a YAML file is all of it.
 */
export function fingerprintOf(text: string, path: string): string {
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const [from, to] = frontMatterOf(lines, path);
  let isLeftOut = false;
  const kept = lines.filter((line, index) => {
    if (index < from || index >= to) return true;
    isLeftOut = WRITTEN_BY_CONFIRMING.test(line) || (isLeftOut && GOES_ON.test(line));
    return !isLeftOut;
  });
  return sha256(kept.join("\n"));
}

/** Asked for where the first fingerprint is worked out: to load it takes a twelfth of the time of a short check. */
function sha256(text: string): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text).digest("hex");
}

/** The lines of the front matter, from and up to; none where a note in Markdown has none. */
function frontMatterOf(lines: readonly string[], path: string): readonly [from: number, to: number] {
  if (!path.toLowerCase().endsWith(".md")) return [0, lines.length];
  const close = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  return /^---(?!-)/.test(lines[0]!) && close > 0 ? [1, close] : [0, 0];
}
