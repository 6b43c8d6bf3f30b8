import type { YAMLError } from "yaml";
import type { Fault } from "../model/meeting.ts";
import { yamlFault } from "./fault.ts";
import type { Lexeme } from "./lexemes.ts";

/** What the `yaml` package complains of, in the words of rrb; `source` is the text it read, `base` its offset. */
export function wordError(error: YAMLError, source: string, base: number): Fault {
  const at = findPlace(error, source);
  const [message, advice] = sentences(error, source, at);
  return yamlFault(base + at, base + endOfPlace(error, source, at), message, advice);
}

/** A bracket or quotation mark that is never closed, told where it was opened; null where the error is another. */
export function wordUnclosed(
  error: YAMLError,
  source: string,
  base: number,
  lexemes: readonly Lexeme[],
): Fault | null {
  const opener = findOpener(error, source, lexemes);
  if (opener === null) return null;
  const sign = opener.source[0]!;
  const close = sign === "[" ? "]" : sign === "{" ? "}" : sign;
  const [start, end] = [base + opener.start, base + opener.start + 1];
  const atMargin = sign !== close && new RegExp(`^\\${close}`, "m").test(source.slice(opener.end));
  return atMargin
    ? yamlFault(
        start,
        end,
        `What this \`${sign}\` opens goes on at the margin.`,
        "Indent its lines with two spaces.",
      )
    : yamlFault(start, end, `This \`${sign}\` is never closed.`, `Write \`${close}\` where it ends.`);
}

function findOpener(error: YAMLError, source: string, lexemes: readonly Lexeme[]): Lexeme | null {
  const at = error.pos[0];
  if (/Missing closing ["']/.test(error.message)) {
    return lexemes.find((lexeme) => /^["']/.test(lexeme.source) && lexeme.end >= at) ?? null;
  }
  if (!/^Flow (?:map|sequence)/i.test(error.message) || /[\]}]/.test(source[at] ?? "")) return null;
  const open: Lexeme[] = [];
  for (const lexeme of lexemes) {
    if (lexeme.start >= at) break;
    if (lexeme.type === "flow-seq-start" || lexeme.type === "flow-map-start") open.push(lexeme);
    if (lexeme.type === "flow-seq-end" || lexeme.type === "flow-map-end") open.pop();
  }
  return open.at(-1) ?? null;
}

function findPlace(error: YAMLError, source: string): number {
  const at = Math.min(error.pos[0], source.length);
  // A key over several lines: where the last is indented, that line is the slip, else the first.
  const lastLine = source.lastIndexOf("\n", error.pos[1] - 1) + 1;
  const isOver = error.code === "MULTILINE_IMPLICIT_KEY" && lastLine > at && source[lastLine] === " ";
  const from = isOver ? lastLine : at;
  if (error.code === "TAB_AS_INDENT" || source[from] !== " ") return from;
  return from + /^ */.exec(source.slice(from))![0].length;
}

function endOfPlace(error: YAMLError, source: string, at: number): number {
  if (error.code === "TAB_AS_INDENT") return at + 1;
  if (error.code === "BAD_DQ_ESCAPE") return Math.min(at + 2, source.length);
  const line = source.slice(at, error.pos[1]).split(/\r?\n/)[0]!.trimEnd();
  if (line.length > 1) return at + line.length;
  // One letter says little: the place runs on to the end of the word.
  return at + (/^[^\s,[\]{}:]+/.exec(source.slice(at, at + 200))?.[0].length ?? line.length);
}

const COLUMN: readonly [string, string] = [
  "This line starts in a column of its own.",
  "Indent it with spaces, exactly as the lines it belongs to.",
];

const NO_KEY: readonly [string, string] = [
  "This is no `key: value`.",
  "Write a key, a colon, a space and the value.",
];

const SECOND_COLON: readonly [string, string] = [
  "This value holds a colon and a space, as a key does.",
  "Put the whole value in quotes, or write the key on a line of its own.",
];

const GENERAL: readonly [string, string] = [
  "The YAML cannot be understood here.",
  "Write `key: value`, and put the value in quotes where it holds more than words.",
];

function sentences(error: YAMLError, source: string, at: number): readonly [string, string] {
  switch (error.code) {
    case "TAB_AS_INDENT":
      return ["A tab stands where YAML takes only spaces.", "Write spaces instead of the tab."];
    case "BAD_INDENT":
      return COLUMN;
    case "BAD_SCALAR_START":
      return [
        `A value may not start with ${source[at] === "`" ? "a backtick" : `\`${source[at]}\``}.`,
        "Put the whole value in quotes.",
      ];
    case "BAD_DQ_ESCAPE":
      return [
        "A backslash in double quotes does not mean itself.",
        "Write it twice, or put the value in single quotes.",
      ];
    case "KEY_OVER_1024_CHARS":
      return [
        "This key is longer than 1024 characters.",
        "Write one short word, a colon, a space and the value.",
      ];
    case "BLOCK_AS_IMPLICIT_KEY":
      return isLineStart(source, at) ? COLUMN : SECOND_COLON;
    case "MULTILINE_IMPLICIT_KEY":
      return at > error.pos[0] ? COLUMN : NO_KEY;
    case "MISSING_CHAR":
      return /comma|, between/i.test(error.message)
        ? ["A comma is missing before this.", "Write a comma between two entries."]
        : NO_KEY;
    case "UNEXPECTED_TOKEN":
      return wordUnexpected(source, at);
    default:
      return GENERAL;
  }
}

/** Whether nothing but spaces stands before an offset on its line. */
function isLineStart(source: string, at: number): boolean {
  return /^ *$/.test(source.slice(source.lastIndexOf("\n", at - 1) + 1, at));
}

function wordUnexpected(source: string, at: number): readonly [string, string] {
  const before = source.slice(0, at).trimEnd().at(-1);
  if (source.startsWith("- ", at) && !isLineStart(source, at)) {
    return ["A list starts on the line of its key.", "Write each `- ` on a line of its own, below the key."];
  }
  if (before === "'" || before === '"') {
    return [
      "The value ends at the quotation mark before this.",
      "Put the whole value in double quotes, and leave those out inside it.",
    ];
  }
  if (before === "]" || before === "}") {
    return [`The value ends at the \`${before}\` before this.`, "Put the whole value in quotes."];
  }
  if (/[\]}]/.test(source[at] ?? "")) {
    return [`This \`${source[at]}\` closes nothing.`, "Leave it out, or put the whole value in quotes."];
  }
  if (source[at] === ",")
    return ["A comma stands here without an entry.", "Leave it out, or write the entry."];
  return isLineStart(source, at) ? COLUMN : GENERAL;
}
