import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/seed.ts"],
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text-summary"] },
    // The laws are counted in thousands of runs, not in seconds.
    testTimeout: 600_000,
  },
});
