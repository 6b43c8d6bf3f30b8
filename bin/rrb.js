#!/usr/bin/env node
"use strict";
const { main } = require("../dist/main.js");

const output = (stream) => {
  // Whoever reads us may stop reading (`| head`): that is no fault of theirs or ours.
  stream.on("error", (error) => process.exit(error.code === "EPIPE" ? process.exitCode : 3));
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
};

main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  // Opened only where a question is asked.
  get stdin() {
    return process.stdin;
  },
  now: () => new Date(),
}).then((code) => {
  process.exitCode = code;
});
