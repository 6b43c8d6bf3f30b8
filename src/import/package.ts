import { Refusal } from "../refusal.ts";
import { openZip, type ZipFault } from "../zip/unpack.ts";

/** A part of a packed document by its path; null where there is none. Throws a Refusal where it is damaged. */
export type Package = (path: string) => Uint8Array | null;

/** Opens a Word or OpenDocument file. Nothing is unpacked before it is asked for, nor out of proportion. */
export function openPackage(bytes: Uint8Array): Package {
  const zip = openZip(bytes);
  if (zip === null) throw damaged();
  return (path) => {
    const part = zip.unpack(path);
    if (typeof part === "string") throw REFUSED[part]();
    return part;
  };
}

/** Why a document is refused whose bytes are not what they should be. */
export function damaged(): Refusal {
  return new Refusal("This document is damaged. Look for another copy of it, or open it and save it anew.");
}

/** Why a document is refused that has a password. */
export function locked(): Refusal {
  return new Refusal(
    "This document is locked with a password. Open it, remove the password and save it again.",
  );
}

function tooLarge(): Refusal {
  return new Refusal(
    "This document unpacks to more than minutes can hold. Save its text alone, without pictures.",
  );
}

const REFUSED: Readonly<Record<ZipFault, () => Refusal>> = { damaged, locked, "too large": tooLarge };
