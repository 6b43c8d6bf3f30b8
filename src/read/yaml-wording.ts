import type { YAMLError } from "yaml";
import type { Fault } from "../model/meeting.ts";
import { yamlFault } from "./yaml-fault.ts";
import type { Lexeme } from "./yaml-lexemes.ts";

/** What the `yaml` package complains of, in the words of rrb; `source` is the text it read, `base` its offset. */
export function wordError(error: YAMLError, source: string, base: number, lexemes: readonly Lexeme[]): Fault {
  const at = Math.min(error.pos[0], source.length);
  const opener = findOpener(error, at, source, lexemes);
  if (opener !== null) return wordUnclosed(opener, base);
  const [message, advice] = sentences(error, source, at);
  return yamlFault(base + at, base + endOfPlace(error, source, at), message, advice);
}

function endOfPlace(error: YAMLError, source: string, at: number): number {
  const line = source.slice(at, error.pos[1]).split(/\r?\n/)[0]!;
  if (line.length > 1) return at + line.trimEnd().length;
  // One letter says little: the caret line runs on to the end of the word.
  return at + (/^[^\s,[\]{}:]+/.exec(source.slice(at, at + 200))?.[0].length ?? Math.min(1, line.length));
}

/** The bracket or quotation mark that was opened and is missed where the error stands. */
function findOpener(error: YAMLError, at: number, source: string, lexemes: readonly Lexeme[]): Lexeme | null {
  if (/closing ["']?quote|closing "quote|closing 'quote/.test(error.message)) {
    return lexemes.find((lexeme) => /^["']/.test(lexeme.source) && lexeme.end >= at) ?? null;
  }
  if (!/flow/i.test(error.message) || (error.code !== "BAD_INDENT" && error.code !== "MISSING_CHAR"))
    return null;
  if (source[at] === "]" || source[at] === "}") return null;
  const open: Lexeme[] = [];
  for (const lexeme of lexemes) {
    if (lexeme.start >= at) break;
    if (lexeme.type === "flow-seq-start" || lexeme.type === "flow-map-start") open.push(lexeme);
    if (lexeme.type === "flow-seq-end" || lexeme.type === "flow-map-end") open.pop();
  }
  return open.at(-1) ?? null;
}

function wordUnclosed(opener: Lexeme, base: number): Fault {
  const sign = opener.source[0]!;
  const close = sign === "[" ? "]" : sign === "{" ? "}" : sign;
  const start = base + opener.start;
  return yamlFault(
    start,
    start + 1,
    `This \`${sign}\` is never closed.`,
    `Write \`${close}\` where it ends.`,
  );
}

const COLUMN: readonly [string, string] = [
  "This line starts in a column of its own.",
  "Indent it with spaces, exactly as the lines it belongs to.",
];

const NO_KEY: readonly [string, string] = [
  "This is no `key: value`.",
  "Write a key, a colon, a space and the value.",
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
      return [`A value may not start with \`${source[at]}\`.`, "Put the whole value in quotes."];
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
      return /\s/.test(source[at] ?? " ") ? COLUMN : wordSecondColon();
    case "MULTILINE_IMPLICIT_KEY":
      return NO_KEY;
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

function wordSecondColon(): readonly [string, string] {
  return [
    "This value holds a colon and a space, as a key does.",
    "Put the whole value in quotes, or write the key on a line of its own.",
  ];
}

function wordUnexpected(source: string, at: number): readonly [string, string] {
  const before = source.slice(0, at).trimEnd().at(-1);
  if (source.startsWith("- ", at)) {
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
  return GENERAL;
}
