import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** What one command line of a page gave. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Answers a command line of a page, typed in `cwd`. */
export type Player = (line: string, cwd: string) => Promise<Answer>;

const FENCE = /^(`{3,})(\w+)(.*)$/;

/**
 * Plays a page from top to bottom in a folder, and gives the page as it ought to stand: blocks with `file=PATH` are
 * written (`escapes` decodes `\x1b`, `link` makes a link), the lines of `console` blocks that begin with `$ ` are
 * answered. Lines of standard error begin with `! ` and come last.
 */
export async function playPage(page: string, folder: string, play: Player): Promise<string> {
  const lines = page.split("\n");
  const played: string[] = [];
  let cwd = folder;
  for (let i = 0; i < lines.length; i++) {
    const [, fence, language, words = ""] = FENCE.exec(lines[i]!) ?? [];
    played.push(lines[i]!);
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, i + 1);
    const body = lines.slice(i + 1, end);
    if (language !== "console") {
      writeBlock(folder, words, body);
      played.push(...body, fence);
    } else {
      for (const line of body.filter((text) => text.startsWith("$ "))) {
        played.push(line);
        const typed = line.slice(2);
        if (typed.startsWith("cd ")) cwd = resolve(cwd, typed.slice(3));
        else played.push(...showAnswer(await answerLine(typed, cwd, play), folder));
      }
      played.push(fence);
    }
    i = end;
  }
  return played.join("\n");
}

async function answerLine(typed: string, cwd: string, play: Player): Promise<Answer> {
  const [word, ...paths] = typed.split(" ");
  if (word === "cat") {
    const stdout = paths.map((path) => readFileSync(resolve(cwd, path), "utf8")).join("");
    return { stdout, stderr: "", code: 0 };
  }
  if (word === "rm") {
    for (const path of paths) rmSync(resolve(cwd, path));
    return { stdout: "", stderr: "", code: 0 };
  }
  return play(typed, cwd);
}

function writeBlock(folder: string, words: string, body: readonly string[]): void {
  const path = /\bfile=(\S+)/.exec(words)?.[1];
  if (path === undefined) return;
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  const text = `${body.join("\n")}\n`;
  if (/\blink\b/.test(words)) symlinkSync(body[0]!, target);
  else writeFileSync(target, /\bescapes\b/.test(words) ? decodeEscapes(text) : text);
}

/** `\x1b` is that byte, whatever it means as text. */
function decodeEscapes(text: string): Buffer {
  const bytes = Buffer.from(text).toString("latin1");
  const decoded = bytes.replace(/\\x([0-9a-f]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, "latin1");
}

function showAnswer({ stdout, stderr, code }: Answer, folder: string): string[] {
  const linesOf = (text: string) =>
    text.replaceAll(folder, "/home/ann").replace(/\n$/, "").split("\n").map(showControls);
  return [
    ...(stdout === "" ? [] : linesOf(stdout)),
    ...(stderr === "" ? [] : linesOf(stderr).map((line) => `! ${line}`.trimEnd())),
    ...(code === 0 ? [] : [`[exit ${code}]`]),
  ];
}

/** Control characters as a page can show them: an escape as `\e`, a carriage return as `\r`. */
function showControls(line: string): string {
  return line.replaceAll("\u001b", "\\e").replaceAll("\r", "\\r").replaceAll("\ufeff", "\\ufeff");
}

/** The words of a command line: `NAME=value` in front of it go into `env`; quotes keep words together. */
export function readCommandLine(line: string): { env: Record<string, string>; words: string[] } {
  const words = [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );
  const env: Record<string, string> = {};
  while (words[0] !== undefined && /^[A-Z_]+=/.test(words[0])) {
    const [, name, value] = /^([A-Z_]+)=(.*)$/s.exec(words.shift()!)!;
    env[name!] = value!;
  }
  return { env, words };
}
