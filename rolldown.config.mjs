import { defineConfig } from "rolldown";

// One small entry and a chunk for whatever a command loads on demand: a table must not wait for what draws a document.
export default defineConfig({
  // A PDF is read in a thread of its own, which starts from a file of its own.
  input: { main: "src/main.ts", "pdf-worker": "src/import/pdf/worker.ts" },
  platform: "node",
  output: {
    dir: "dist",
    format: "cjs",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  },
});
