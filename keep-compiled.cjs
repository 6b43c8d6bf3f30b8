// The last step of the build: asks rrb the questions that are asked most, of the example board, and keeps what V8
// compiled for them. See bin/engine.cjs.
"use strict";
const { join } = require("node:path");
const { compileLate, compileSoon, growNoMore, keepCompiled } = require("./bin/engine.cjs");

const QUESTIONS = [["actions", "--open"], ["check"], ["audit"]];

const keep = keepCompiled();
const { main } = require("./dist/main.js");

const unheard = { write: () => {}, isTerminal: false, columns: undefined };

const ask = (argv) =>
  main({
    argv: [...argv, "--board", join(__dirname, "meetings")],
    env: {},
    cwd: __dirname,
    stdout: unheard,
    stderr: unheard,
    now: () => new Date(),
    engine: { compileLate, compileSoon, growNoMore },
  });

(async () => {
  // What is loaded before any command is kept before V8 is set as it is for commands.
  await ask(["--help"]);
  keep();
  for (const question of QUESTIONS) {
    const code = await ask(question);
    if (code > 1) throw new Error(`rrb ${question.join(" ")} ends with ${code}`);
  }
  keep();
})();
