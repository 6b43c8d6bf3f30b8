import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { loadConfig } from "rolldown/config";

const PROJECT = join(import.meta.dirname, "..");

/** Builds rrb as `npm run build` does, into a folder of its own, so that no test meets an old build. */
export async function buildRrb(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "rrb-built-"));
  await build(folder);
  for (const part of ["bin", "templates"])
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  return folder;
}

/** Builds a script of the tests in the same way, and gives its folder, in which it is `dist/main.js`. */
export async function buildScript(path: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "rrb-built-"));
  await build(folder, { main: path });
  return folder;
}

async function build(folder: string, entry?: Readonly<Record<string, string>>): Promise<void> {
  const config = await loadConfig(join(PROJECT, "rolldown.config.mjs"));
  if (typeof config === "function" || Array.isArray(config))
    throw new Error("rolldown.config.mjs holds one build");
  const { output, ...input } = config;
  const bundle = await rolldown({ ...input, cwd: PROJECT, ...(entry && { input: entry }) });
  await bundle.write({ ...output, dir: join(folder, "dist") });
  await bundle.close();
}
