import { CST, Lexer } from "yaml";
import type { Fault } from "../model/meeting.ts";
import { yamlFault } from "./fault.ts";

/** A piece of YAML as it is written, with offsets into the text it was cut from. */
export interface Lexeme {
  readonly type: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Beyond this many lists and maps within each other, YAML is not read. */
const DEEPEST = 32;

/** A text cut into lexemes: everything in it, in order, broken or not. */
export function cutLexemes(source: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  let start = 0;
  let scalar = false;
  for (const piece of new Lexer().lex(source)) {
    // The lexer puts marks of its own between the pieces; one of them says that a scalar follows.
    const type: string = scalar ? "scalar" : (CST.tokenType(piece) ?? "scalar");
    const isMark: boolean =
      !scalar && (type === "scalar" || type === "doc-mode" || type === "flow-error-end");
    scalar = isMark && type === "scalar";
    if (isMark) continue;
    lexemes.push({ type, source: piece, start, end: start + piece.length });
    start += piece.length;
  }
  return lexemes;
}

/** Whether lists and maps are nested deeper than anybody writes; reckoned high, never low. */
export function isTooDeep(lexemes: readonly Lexeme[]): boolean {
  const indents: number[] = [];
  let brackets = 0;
  let marks = 0;
  let lineStart = true;
  for (const { type, source } of lexemes) {
    if (type === "newline") [lineStart, marks] = [true, 0];
    else if (type === "flow-seq-start" || type === "flow-map-start") brackets++;
    else if (type === "flow-seq-end" || type === "flow-map-end") brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && /^[-?:]$/.test(source)) marks++;
    if (type !== "newline" && type !== "comment" && lineStart) {
      const indent = type === "space" ? source.length : 0;
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
      lineStart = false;
    }
    if (indents.length + brackets + marks > DEEPEST) return true;
  }
  return false;
}

/** What YAML can do and rrb does not: anchors, references to them, and tags. `base` is the offset of the text. */
export function findForeignSigns(lexemes: readonly Lexeme[], base: number): readonly Fault[] {
  return lexemes.flatMap(({ type, source, start, end }) => {
    const sentences = foreignSign(type, source);
    return sentences === null ? [] : [yamlFault(base + start, base + end, ...sentences)];
  });
}

function foreignSign(type: string, source: string): readonly [string, string] | null {
  switch (type) {
    case "anchor":
      return [
        `\`${source}\` is an anchor, and rrb reads none.`,
        "Leave it out, or put the whole value in quotes.",
      ];
    case "alias":
      return [
        `\`${source}\` refers to a value elsewhere, and rrb follows no reference.`,
        "Write the value itself, or put it in quotes if the asterisk belongs to it.",
      ];
    case "tag":
      return [
        `\`${source}\` is a tag, and rrb reads none.`,
        "Leave it out, or put the whole value in quotes.",
      ];
    default:
      return null;
  }
}
