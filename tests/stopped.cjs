// Loaded before rrb by `node --require`: counts whatever is about to change the disk, and stops at the nth.
// STOP_AT: which. STOP_BY: `kill`, an error's code for that one (`EIO`), or for it and all after (`ENOSPC...`).
// STOP_LOG: the file that is told what was counted, one name a line.
const fs = require("node:fs");
const { STOP_AT, STOP_BY, STOP_LOG } = process.env;
const log = fs.openSync(STOP_LOG, "a");
const write = fs.writeSync;
const [, code, onward] = /^(\w+?)(\.\.\.)?$/.exec(STOP_BY);

const TAKES_AWAY = ["unlinkSync", "rmdirSync", "rmSync"];
const CHANGES = [
  ...TAKES_AWAY,
  ...[
    "openSync",
    "writeSync",
    "writeFileSync",
    "appendFileSync",
    "copyFileSync",
    "ftruncateSync",
    "truncateSync",
  ],
  ...["fsyncSync", "fdatasyncSync", "renameSync", "linkSync", "symlinkSync", "mkdirSync", "mkdtempSync"],
  ...["chmodSync", "fchmodSync", "chownSync", "fchownSync", "utimesSync", "futimesSync"],
];
let count = 0;

for (const name of CHANGES) {
  const real = fs[name];
  fs[name] = (...given) => {
    if (name === "openSync" && (given[1] ?? "r") === "r") return real(...given);
    count++;
    write(log, `${name}\n`);
    const stops =
      count === Number(STOP_AT) || (onward && count > Number(STOP_AT) && !TAKES_AWAY.includes(name));
    if (!stops) return real(...given);
    // What stops a write has let some of it through.
    if (name === "writeSync")
      real(given[0], given[1], given[2] ?? 0, (given[1].length - (given[2] ?? 0)) >> 1);
    if (code === "kill") process.kill(process.pid, "SIGKILL");
    throw Object.assign(new Error(`${code}: ${name}`), { code, syscall: name.replace("Sync", "") });
  };
}
