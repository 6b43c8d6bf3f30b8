// Sets one page by one Typst template. It runs in a process of its own, which rrb starts: a template may go on for
// ever or ask for all the memory there is, and that ends this process and nothing else.
"use strict";
const { readFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const { Worker } = require("node:worker_threads");

/** A folder that is nowhere: a template finds no file in it but those that are handed over here. */
const NOWHERE = resolve("/there-is-no-such-folder");
const STYLES = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

const { template, fonts, page, seconds, memory } = JSON.parse(readFileSync(0, "utf8"));
limitMemory();
const answer = typeset();
process.stdout.write(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer));

/** The PDF, or why there is none. */
function typeset() {
  const { NodeCompiler, says } = loadCompiler();
  if (NodeCompiler === undefined) return { kind: "missing", says };
  const fontBlobs = [...readFonts(), ...fonts.map(({ base64 }) => Buffer.from(base64, "base64"))];
  const compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }] });
  const listed = (diagnostics) => (diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics));
  const unknownFonts = (compiled) =>
    listed(compiled.takeWarnings()).filter(({ message }) => message.startsWith("unknown font family"));
  const isKnown = (family) => {
    const probe = join(NOWHERE, "probe.typ");
    compiler.addSource(probe, `#text(font: ${JSON.stringify(family)})[x]`);
    return unknownFonts(compiler.compile({ mainFilePath: probe })).length === 0;
  };
  const known = fonts.map(({ families }) => families.filter(isKnown));
  const at = known.findIndex(({ length }) => length === 0);
  if (at >= 0) return { kind: "no font", at };

  const main = join(NOWHERE, "minutes.typ");
  compiler.addSource(main, template);
  const handed = { ...page, fonts: [...new Set(known.flat())] };
  compiler.mapShadow(join(NOWHERE, "page.json"), Buffer.from(JSON.stringify(handed)));
  const compiled = compiler.compile({ mainFilePath: main });
  if (compiled.result === null) return { kind: "faults", faults: listed(compiled.takeError()) };
  // A page whose font is not to be had would be set in another one, and nobody told.
  const faults = unknownFonts(compiled);
  if (faults.length > 0) return { kind: "faults", faults };
  try {
    return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: seconds });
  } catch (error) {
    return { kind: "refused", says: error.message };
  }
}

/** The compiler is a native library, of which only the one for this machine is installed. */
function loadCompiler() {
  try {
    return require("@myriaddreamin/typst-ts-node-compiler");
  } catch (error) {
    return { says: error.message };
  }
}

function readFonts() {
  const folder = dirname(require.resolve("@expo-google-fonts/atkinson-hyperlegible-next/package.json"));
  return STYLES.map((style) => readFileSync(join(folder, style, `AtkinsonHyperlegibleNext_${style}.ttf`)));
}

/** Ends this process once it takes more than `memory` bytes. The compiler lets no timer run, hence another thread. */
function limitMemory() {
  const watch = `setInterval(() => {
    if (process.memoryUsage.rss() > ${Number(memory)}) process.kill(process.pid, "SIGKILL");
  }, 50)`;
  new Worker(watch, { eval: true }).unref();
}
