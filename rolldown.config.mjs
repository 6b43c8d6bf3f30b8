import { defineConfig } from "rolldown";

// One small entry and a chunk for whatever a command loads on demand: a table must not wait for what draws a document.
export default defineConfig({
  input: { main: "src/main.ts" },
  platform: "node",
  output: {
    dir: "dist",
    format: "cjs",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  },
});
