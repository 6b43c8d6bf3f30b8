import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { loadConfig } from "rolldown/config";

const PROJECT = join(import.meta.dirname, "..");

/**
 * Builds rrb as `npm run build` does, into a folder of its own, so that no test meets an old build. `others` are built
 * beside it: their files by the names that they get in `dist`.
 */
export async function buildRrb(others: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "rrb-built-"));
  const config = await loadConfig(join(PROJECT, "rolldown.config.mjs"));
  if (typeof config === "function" || Array.isArray(config))
    throw new Error("rolldown.config.mjs holds one build");
  const { output, ...input } = config;
  const entries = { ...(input.input as Record<string, string>), ...others };
  const bundle = await rolldown({ ...input, input: entries, cwd: PROJECT });
  await bundle.write({ ...output, dir: join(folder, "dist") });
  await bundle.close();
  cpSync(join(PROJECT, "bin"), join(folder, "bin"), { recursive: true });
  return folder;
}
