import type { Readable } from "node:stream";

/** Where somebody may type. */
export interface Input extends Readable {
  /** Whether a person types into it, at a terminal. */
  readonly isTTY?: boolean;
}

/** One of the program's two outputs. */
export interface Output {
  write(text: string | Uint8Array): void;
  /** Whether a person is reading it on a terminal. */
  readonly isTerminal: boolean;
  /** The terminal's width in columns; undefined where the output is piped. */
  readonly columns: number | undefined;
}

/** All that lies outside the program: a test hands in another one, so that every answer can be repeated. */
export interface World {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which rrb was started, as an absolute path. */
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The keyboard; missing where nobody can answer a question. */
  readonly stdin?: Input;
  /** The present moment. Nothing else in rrb asks a clock. */
  now(): Date;
  /** What runs rrb; missing where it is not rrb's own to set. */
  readonly engine?: Engine;
}

/** What may be asked of the engine that runs rrb: it makes fast what has run often, and takes room for what is new. */
export interface Engine {
  /** Wait longer with that, as for a short command. */
  compileLate(): void;
  /** Do it as soon as usual, as for long work. */
  compileSoon(): void;
  /** Take no more room for what is new than by now, as for much work of one kind. */
  growNoMore(): void;
}
