import { unzipSync, zipSync } from "fflate";

/** The files within a zip file by their paths, in their order: what a Word file or a spreadsheet is made of. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** In bytes, unpacked: a letterhead with large pictures, and nothing that takes memory out of proportion. */
const MOST = 64 << 20;

/** Takes a zip file apart, its folders aside. Null where it is none, is broken, or would take more than 64 MB. */
export function openZip(bytes: Uint8Array): Parts | null {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (total > MOST) throw new Error("too large");
        return !name.endsWith("/");
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return null;
  }
}

/** Packs files into a zip file: the same files make the same bytes, whatever the day, the place and the machine. */
export function packZip(parts: Parts): Uint8Array {
  // A zip file holds local time, so that a moment made of local numbers reads the same everywhere.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 6 });
}
