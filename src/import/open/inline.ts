import { append } from "../../source/many.ts";
import type { Dress, Piece } from "../inline.ts";
import type { Xml } from "../xml.ts";
import { listOpenWords } from "./plain-words.ts";
import type { OpenReading } from "./reading.ts";
import type { OpenStyle } from "./styles.ts";

/** The lines of a paragraph while they are written, and the notes, boxes and pictures that are anchored in it. */
export interface Writing {
  readonly lines: Piece[][];
  readonly anchored: Anchored[];
  readonly reading: OpenReading;
}

/** What is anchored in a paragraph; a note has a number, from 1. */
export interface Anchored {
  readonly element: Xml;
  readonly note: number | null;
}

/** Writes the words in a paragraph, as a reader sees them. */
export function writeInline(node: Xml | string, dress: Dress, writing: Writing): void {
  const { lines, anchored, reading } = writing;
  const write = (words: string): void => void lines[lines.length - 1]!.push({ ...dress, words, line: null });
  if (typeof node === "string") {
    // White space that is meant has elements of its own.
    write(node.replace(/\s+/g, " "));
    return;
  }
  const { name, attributes } = node;
  if (name === "text:s") write(" ");
  else if (name === "text:tab") write("\t");
  else if (name === "text:line-break") lines.push([]);
  else if (name === "text:note") {
    const number = ++reading.notes;
    write(`[${number}]`);
    anchored.push({ element: node, note: number });
  } else if (name === "office:annotation") {
    append(reading.finds.comments, listOpenWords(node, reading.place));
  } else if (name.startsWith("draw:")) anchored.push({ element: node, note: null });
  else if (name === "text:hidden-text" || name === "text:hidden-paragraph") {
    append(reading.finds.hidden, listOpenWords(node, reading.place));
  } else if (name === "text:ruby-text" || name === "office:annotation-end") return;
  else {
    const style = reading.styles(name === "text:span" ? attributes["text:style-name"] : undefined);
    if (style.hidden) append(reading.finds.hidden, listOpenWords(node, reading.place));
    else {
      if (style.struck) reading.finds.struck++;
      const inner = {
        ...dressIn(style, dress),
        href: name === "text:a" ? (attributes["xlink:href"] ?? null) : dress.href,
      };
      for (const child of node.children) writeInline(child, inner, writing);
    }
  }
}

function dressIn(style: OpenStyle, around: Dress): Dress {
  return { ...around, strong: style.bold ?? around.strong, em: style.italic ?? around.em };
}
