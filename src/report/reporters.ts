/** The ways to print findings by their names; only the one that is asked for is loaded. */
export const REPORTERS = {
  pretty: async () => (await import("./pretty.ts")).reportPretty,
  json: async () => (await import("./findings-json.ts")).reportJson,
  github: async () => (await import("./github.ts")).reportGithub,
  sarif: async () => (await import("./sarif.ts")).reportSarif,
  junit: async () => (await import("./junit.ts")).reportJunit,
};

export type ReporterName = keyof typeof REPORTERS;
