// Hands rrb's own files to Node as V8 compiled them when rrb was built. To compile them takes a third of the time of a
// short command, and what V8 would compile is the same at every run. Where there is nothing kept, or another version of
// Node kept it, V8 refuses it and compiles the file as it would have done anyway.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join, sep } = require("node:path");
const { constants, Script } = require("node:vm");

const BUILT = join(__dirname, "..", "dist") + sep;
const ENDING = ".compiled";
// As Node itself wraps a file, on its first line, so that the places in a stack hold.
const [OPENING, CLOSING] = Module.wrapper;

/** Lets every file of the build be taken as it was compiled. */
exports.takeCompiled = () => {
  compileBy((script, file) => new Script(script, { ...optionsOf(file), cachedData: keptOf(file) }));
};

/** Compiles every file of the build that is loaded from now on; the function given back keeps what has been compiled. */
exports.keepCompiled = () => {
  const scripts = new Map();
  compileBy((script, file) => {
    const compiled = new Script(script, optionsOf(file));
    scripts.set(file, compiled);
    return compiled;
  });
  return () => {
    for (const [file, script] of scripts) writeFileSync(file + ENDING, script.createCachedData());
  };
};

function compileBy(makeScript) {
  const compile = Module.prototype._compile;
  Module.prototype._compile = function (code, file, ...more) {
    if (!file.startsWith(BUILT)) return compile.call(this, code, file, ...more);
    const run = makeScript(OPENING + code + CLOSING, file).runInThisContext();
    return run.call(this.exports, this.exports, Module.createRequire(file), this, file, dirname(file));
  };
}

function optionsOf(filename) {
  return { filename, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER };
}

function keptOf(file) {
  try {
    return readFileSync(file + ENDING);
  } catch {
    return undefined;
  }
}
