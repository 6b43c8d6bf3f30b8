import type { Output, World } from "../src/world.ts";

/** What day it is where nothing else is said. */
export const TODAY = "2026-09-17";

/** A world whose outputs can be read afterwards, bytes as latin1; nothing of the machine is in it. */
export interface MadeUpWorld extends World {
  readonly said: { readonly stdout: string; readonly stderr: string };
}

/**
 * A world of our own making: `argv` are the words after `rrb`. `COLUMNS` in `env` stands for a terminal of that width,
 * `NOW` for the moment; without them rrb is piped, on 17 September 2026.
 */
export function makeWorld(
  cwd: string,
  argv: readonly string[],
  env: Record<string, string> = {},
): MadeUpWorld {
  const said = { stdout: "", stderr: "" };
  const columns = env.COLUMNS === undefined ? undefined : Number(env.COLUMNS);
  const output = (name: "stdout" | "stderr"): Output => ({
    write: (text) => {
      said[name] += typeof text === "string" ? text : Buffer.from(text).toString("latin1");
    },
    isTerminal: columns !== undefined,
    columns,
  });
  const now = () => new Date(env.NOW ?? `${TODAY}T12:00:00Z`);
  return { argv, env, cwd, stdout: output("stdout"), stderr: output("stderr"), now, said };
}
