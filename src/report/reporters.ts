import type { Reporter } from "./report.ts";

/** The ways to print findings by their names; only the one that is asked for is loaded. */
export const REPORTERS = {
  pretty: async (): Promise<Reporter> => (await import("./pretty.ts")).reportPretty,
  json: async (): Promise<Reporter> => (await import("./findings-json.ts")).reportJson,
};

export type ReporterName = keyof typeof REPORTERS;
