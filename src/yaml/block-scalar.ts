/**
 * Where each line of a literal block scalar (`|`) starts in the file: one offset for every piece of `value` between its
 * line breaks, the empty piece after the last break included.
 */
export function findLineOffsets(file: string, header: number, value: string): readonly number[] {
  const lines = value.split("\n");
  let start = lineAfter(file, header);
  return lines.map((line, index) => {
    const next = lineAfter(file, start);
    const written = file.slice(start, next).replace(/\r?\n$/, "");
    // What the value lacks of its line in the file is the indentation.
    const indent = index === lines.length - 1 && line === "" ? 0 : Math.max(0, written.length - line.length);
    const offset = start + indent;
    start = next;
    return offset;
  });
}

function lineAfter(file: string, offset: number): number {
  const end = file.indexOf("\n", offset);
  return end === -1 ? file.length : end + 1;
}
