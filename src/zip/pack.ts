import { zipSync } from "fflate";
import type { Parts } from "./unpack.ts";

/** Packs files into a zip file, 0 being not compressed: the same files make the same bytes, whatever the day, the place and the machine. */
export function packZip(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  // A zip file holds local time, so that a moment made of local numbers reads the same everywhere.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level });
}
