// What rrb asks of V8, which has servers in mind that run for days, and not a command that is over in a moment.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join, sep } = require("node:path");
const { constants, Script } = require("node:vm");

const BUILT = join(__dirname, "..", "dist") + sep;
// What one version of Node has compiled for one kind of processor is for no other.
const ENDING = `.${process.version}-${process.arch}.compiled`;
// As Node itself wraps a file, on its first line, so that the places in a stack hold.
const [OPENING, CLOSING] = Module.wrapper;

/**
 * Lets every file of the build be taken as it was compiled when rrb was built: to compile them takes a third of the time
 * of a short command. V8 refuses what is not of this text, and compiles the file as it would have anyway.
 */
exports.takeCompiled = () => {
  compileBy((script, file) => new Script(script, { ...optionsOf(file), cachedData: keptOf(file) }));
};

/**
 * Compiles every file of the build that is loaded from now on. The function given back keeps what has been compiled of
 * those that it has not kept yet; V8 takes it again only where it is set as it was at that moment.
 */
exports.keepCompiled = () => {
  const scripts = new Map();
  compileBy((script, file) => {
    const compiled = new Script(script, optionsOf(file));
    scripts.set(file, compiled);
    return compiled;
  });
  return () => {
    for (const [file, script] of scripts) writeFileSync(file + ENDING, script.createCachedData());
    scripts.clear();
  };
};

/**
 * By the major version of V8, what says how often a function must have run before it is made fast, and what V8 itself
 * takes for that. Some versions count calls, and Node 20 bytes.
 */
const PATIENCE = {
  11: { "interrupt-budget": 67584 },
  12: { "invocation-count-for-maglev": 400, "invocation-count-for-turbofan": 3000 },
  13: { "invocation-count-for-maglev": 400, "invocation-count-for-turbofan": 3000 },
};

/**
 * Lets V8 wait fifteen times as long before it makes a function fast. Most commands are over before that pays: without
 * it the list of 40 notes takes a third more processor time, 400 of them three quarters more, and a Word file a half.
 */
exports.compileLate = () => wait(15);

/** Lets V8 wait as long as it does by itself: over 3,000 notes what is made fast soon pays. */
exports.compileSoon = () => wait(1);

/**
 * Leaves the room in which V8 makes new values as large as it has become. Of a note that is read nearly everything is
 * gone when the next is, so that a larger room is emptied less often and nothing else: it costs 25 MB and saves no time.
 */
exports.growNoMore = () => setFlag("semi-space-growth-factor", 1);

function wait(times) {
  const patience = PATIENCE[Number.parseInt(process.versions.v8, 10)] ?? {};
  for (const [flag, usual] of Object.entries(patience)) setFlag(flag, times * usual);
}

function setFlag(flag, value) {
  // Loaded only here: that takes a twentieth of the time of `rrb --version`.
  require("node:v8").setFlagsFromString(`--${flag}=${value}`);
}

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
