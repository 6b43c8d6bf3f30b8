import { defineConfig } from "rolldown";

/**
 * commander asks for `node:child_process` as it is loaded, for commands that are programs of their own. rrb has none,
 * and a twelfth of the time of `rrb --help` would go into it.
 */
const withoutPrograms = {
  name: "commander-without-programs",
  transform(code, id) {
    if (!/[\\/]commander[\\/]lib[\\/]command\.js$/.test(id)) return null;
    const asked = "const childProcess = require('node:child_process');";
    if (!code.includes(asked)) throw new Error("commander asks for node:child_process in another way by now");
    return code.replace(asked, "const childProcess = {};");
  },
};

/**
 * A text with one letter beyond Latin 1 takes twice the room, and more time to load. Where rrb's own code writes such
 * letters, they are written out, as \u2013 for a dash: strings, patterns and comments mean the same.
 */
const inPlainLetters = {
  name: "in-plain-letters",
  generateBundle(_options, bundle) {
    const isOwn = ({ moduleIds = [] }) => moduleIds.some((id) => /[\\/]src[\\/]/.test(id));
    for (const chunk of Object.values(bundle).filter(isOwn))
      chunk.code = chunk.code.replace(
        /[^\0-\x7f]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
  },
};

/** Warnings that are known: the `eval` is walled in by the engines that rrb gives, and what lacks its place is caught. */
const KNOWN = { EVAL: "node_modules/gray-matter/", EMPTY_IMPORT_META: "node_modules/unpdf/" };

// One small entry and a chunk for whatever a command loads on demand: a table must not wait for what draws a document.
export default defineConfig({
  // A PDF is read in a thread of its own, which starts from a file of its own.
  input: { main: "src/main.ts", "pdf-worker": "src/import/pdf/worker.ts" },
  platform: "node",
  plugins: [withoutPrograms, inPlainLetters],
  onLog(level, log, report) {
    if (!log.message.includes(KNOWN[log.code] ?? "\0")) report(level, log);
  },
  output: {
    dir: "dist",
    format: "cjs",
    // Each file that is loaded costs as much as to read a note: what every command asks for, and what all that open a
    // board ask for, is one file each.
    codeSplitting: {
      groups: [
        { name: "start", test: /[\\/]src[\\/]main\.ts$/, priority: 2 },
        { name: "board", test: /[\\/]src[\\/](?:open-board|command)\.ts$/, priority: 1 },
      ],
    },
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  },
});
