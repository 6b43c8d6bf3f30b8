import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { OwnFont } from "./fonts.ts";
import type { Sheet } from "./sheet.ts";

/** What came of setting a sheet: the PDF, or why there is none. */
export type Typeset =
  | { readonly kind: "set"; readonly pdf: Uint8Array }
  /** The template is wrong, at places in it. */
  | { readonly kind: "faults"; readonly faults: readonly TypstFault[] }
  /** The file at this place among the fonts is no font. */
  | { readonly kind: "no font"; readonly at: number }
  /** The document would not be accessible, or has characters that no font shows; in the compiler's own words. */
  | { readonly kind: "refused"; readonly says: string }
  /** The compiler for this machine is not installed. */
  | { readonly kind: "missing"; readonly says: string }
  /** The template went on for longer than `PATIENCE`. */
  | { readonly kind: "endless" }
  /** It asked for more than `MEMORY`. */
  | { readonly kind: "greedy" };

/** A fault as the compiler tells it; lines and characters count from 0. */
export interface TypstFault {
  readonly message: string;
  /** 1 is an error, 2 a warning; above that stands what led to the error before it. */
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null;
}

/** How long a template may go on, in milliseconds, and how many bytes it may take: far more than any real note needs. */
const PATIENCE = 60_000;
const MEMORY = 1_000_000_000;

/**
 * Sets a sheet by a Typst template, in a process of its own. The template may name `fonts` beside those that every one
 * may; the document is dated `seconds` after 1970 began.
 */
export function typeset(template: string, fonts: readonly OwnFont[], page: Sheet, seconds: number): Typeset {
  const program = findProgram();
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [program], {
    input: JSON.stringify({ template, fonts: fonts.map(handOver), page, seconds, memory: MEMORY }),
    env: confine(join(program, "..")),
    timeout: PATIENCE,
    killSignal: "SIGKILL",
    maxBuffer: MEMORY,
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT") return { kind: "endless" };
  if (error !== undefined) throw error;
  if (stdout.subarray(0, 5).toString("latin1") === "%PDF-") return { kind: "set", pdf: stdout };
  if (status === 0) return JSON.parse(stdout.toString()) as Typeset;
  // A process that is killed, or that gets no memory, says nothing of its own.
  if (!/\n {4}at /.test(stderr.toString())) return { kind: "greedy" };
  throw new Error(stderr.toString());
}

function handOver({ bytes, families }: OwnFont) {
  const { buffer, byteOffset, byteLength } = bytes;
  return { families, base64: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
}

/** rrb runs from `src` or from `dist`; the program lies in the `bin` beside. */
function findProgram(): string {
  const here = import.meta.dirname;
  const around = [join(here, ".."), join(here, "..", "..", "..")];
  return createRequire(join(here, "_")).resolve("./bin/typeset.cjs", { paths: around });
}

/**
 * An environment in which the compiler finds no font of the user's, no package and no network: the same page gives the
 * same bytes on every machine, and a template reaches nothing. Fontconfig alone can be told to leave out the system's
 * fonts too. Where there is none, on macOS and Windows, rrb's typeface stands before them, and a font of any other name
 * is refused.
 */
function confine(bin: string): NodeJS.ProcessEnv {
  const nowhere = join(bin, "there-is-no-such-folder");
  const homes = ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"];
  const xdg = ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"];
  const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];
  const env: NodeJS.ProcessEnv = { FONTCONFIG_FILE: join(bin, "no-fonts.conf") };
  for (const name of [...homes, ...xdg]) env[name] = nowhere;
  for (const name of proxies) env[name] = env[name.toLowerCase()] = "http://127.0.0.1:9";
  // Without it no program starts on Windows.
  if (process.env.SystemRoot !== undefined) env.SystemRoot = process.env.SystemRoot;
  return env;
}
