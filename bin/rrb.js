#!/usr/bin/env node
"use strict";
const { fstatSync, writeSync } = require("node:fs");
const { compileLate, compileSoon, growNoMore, takeCompiled } = require("./engine.cjs");

takeCompiled();
const { main } = require("../dist/main.js");

const FILES = { stdout: 1, stderr: 2 };

const output = (name) => {
  const direct = isPlain(FILES[name]);
  if (!direct) endOnError(process[name]);
  return {
    write: direct ? writerTo(name) : (text) => void process[name].write(text),
    isTerminal: !direct && process[name].isTTY === true,
    // A terminal that nobody has given a size says that it has no columns.
    columns: direct ? undefined : process[name].columns || undefined,
  };
};

// Into a file or a pipe rrb writes by itself: to load Node's streams takes an eighth of the time of a short command.
function isPlain(file) {
  try {
    const kind = fstatSync(file);
    return process.platform !== "win32" && (kind.isFile() || kind.isFIFO() || kind.isSocket());
  } catch {
    return false;
  }
}

// Whoever reads us may stop reading (`| head`): that is no fault of theirs or ours. That a disk is full is told.
function endOnError(stream) {
  stream.on("error", ({ code }) => {
    if (code === "EPIPE") process.exit(process.exitCode);
    if (stream === process.stdout)
      process.stderr.write(
        `The answer can't be written to where it goes (${code}). Make room there, or send it elsewhere.\n`,
      );
    process.exit(2);
  });
}

function writerTo(name) {
  let stream = null;
  let isGone = false;
  return (text) => {
    if (isGone) return;
    if (stream !== null) return void stream.write(text);
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeSync(FILES[name], bytes, at);
      } catch (error) {
        isGone = error.code === "EPIPE";
        if (isGone) return;
        // A pipe that does not wait for its reader, or worse: Node's stream knows what to do.
        stream = process[name];
        endOnError(stream);
        return void stream.write(bytes.subarray(at));
      }
    }
  };
}

main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: output("stdout"),
  stderr: output("stderr"),
  // Opened only where a question is asked.
  get stdin() {
    return process.stdin;
  },
  now: () => new Date(),
  engine: { compileLate, compileSoon, growNoMore },
}).then((code) => {
  process.exitCode = code;
});
