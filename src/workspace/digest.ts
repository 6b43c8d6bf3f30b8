import { createHash } from "node:crypto";

/** The SHA-256 of a text in hexadecimal, its line ends taken as LF. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text.replace(/\r\n?/g, "\n")).digest("hex");
}
