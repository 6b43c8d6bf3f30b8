import { hostname } from "node:os";

/** One run of rrb, as the names of its locks and drafts tell it. */
export interface Run {
  readonly host: string;
  /** The number of its process on that machine. */
  readonly pid: number;
}

/** For how long, in milliseconds, a run may leave what it holds untouched before it is taken to be over. */
const LONGEST = 60_000;

const HOST =
  hostname()
    .replace(/[^\w.]+/g, "_")
    .slice(0, 63) || "unknown";
const NAME = /^(.+)-(\d+)-[0-9a-f]{8}$/;

/** A name that tells of the present run and that no other has: `ann.local-4711-1f0c33aa`. */
export function nameRun(): string {
  return `${HOST}-${process.pid}-${crypto.randomUUID().slice(0, 8)}`;
}

/** The run that such a name tells of; null where it tells of none. */
export function readRun(name: string): Run | null {
  const [, host, pid] = NAME.exec(name) ?? [];
  return host === undefined ? null : { host, pid: Number(pid) };
}

/** A run before the user: its process, and its machine where that is not this one. */
export function tellRun({ host, pid }: Run): string {
  return host === HOST ? `process ${pid}` : `process ${pid} on ${host}`;
}

/**
 * Whether a run is over: its process is gone, or it has been silent for a minute. Only the silence tells of a process
 * of another machine, and of one whose number now belongs to another program.
 */
export function isOver(run: Run | null, silentFor: number): boolean {
  return silentFor > LONGEST || (run?.host === HOST && !isAlive(run.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
