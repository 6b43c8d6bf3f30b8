import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export const MEGABYTE = 1 << 20;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** How many megabytes are held by something, all that nothing holds being gone. */
export function heldMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / MEGABYTE;
}
