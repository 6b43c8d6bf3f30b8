import matter from "gray-matter";
import type { Fault } from "../model/meeting.ts";
import { readDocument, type YamlReading } from "./document.ts";
import { yamlFault } from "./fault.ts";
import {
  type FrontMatter,
  LONGEST_FRONT_MATTER,
  LONGEST_YAML_FILE,
  NO_FRONT_MATTER,
  opensWithFence,
} from "./front-matter.ts";

const refuse = (): never => {
  throw new Error("front matter is YAML, and nothing in it is run");
};

/** gray-matter runs `---js` unless both its names are overridden; here it only splits, and `yaml` reads. */
const WALLED_IN = {
  language: "yaml",
  engines: {
    yaml: { parse: () => ({}) },
    js: { parse: refuse },
    javascript: { parse: refuse },
    coffee: { parse: refuse },
    json: { parse: refuse },
  },
};

/** The numbered heading of an item of business, which no front matter holds. */
const ITEM_HEADING = /^#{2,6}[ \t]+\d/m;

/** gray-matter takes quadratic time for white space that never ends. */
const ENDLESS_SPACE = /\s{1001}/;

/** Reads any front matter, with every fault that it has. Nothing in it is run. */
export function readFrontMatterInFull(text: string): FrontMatter {
  if (!opensWithFence(text)) return NO_FRONT_MATTER;
  const fence = /^---[^\n]*/.exec(text)![0].replace(/\r$/, "");
  const language = fence.slice(3).trim();
  const close = text.indexOf("\n---", 3);
  if (!/^(?:ya?ml)?$/i.test(language)) return refuseLanguage(text, fence, language, close);
  const inside = close === -1 ? "" : text.slice(3, close);
  if (close === -1 || ITEM_HEADING.test(inside)) return readUnclosed(text);
  if (inside.length > LONGEST_FRONT_MATTER || ENDLESS_SPACE.test(inside)) {
    return {
      node: null,
      bodyStart: lineAfter(text, close + 1),
      faults: [tooLong("front matter", fence.length)],
    };
  }
  return readFenced(text, fence);
}

/** Reads a file that is YAML from top to bottom, with every fault that it has. */
export function readYamlInFull(text: string): FrontMatter {
  const bodyStart = text.length;
  if (bodyStart > LONGEST_YAML_FILE) return { node: null, bodyStart, faults: [tooLong("file", 1)] };
  return { ...judge(readDocument(text, 0, bodyStart), "file", 0, 0), bodyStart };
}

function readFenced(text: string, fence: string): FrontMatter {
  const start = fence.trimEnd().length;
  // gray-matter cuts off a language that is named, and counts blanks alone as front matter.
  const cut = fence.trim() === "---" ? 3 : fence.length;
  const close = cut + matter(text, WALLED_IN).matter.length + 1;
  const { node, faults } = judge(readDocument(text, start, close), "front matter", 0, start);
  const closing = /^[^\r\n]*/.exec(text.slice(close, close + 1000))![0].trimEnd();
  const after = lineAfter(text, close);
  if (closing === "---") return { node, bodyStart: after, faults };
  const onlyHyphens = /^-+$/.test(closing);
  const loose: Fault = {
    ...yamlFault(
      close,
      close + closing.length,
      "The front matter ends at this line, which is not `---` alone.",
      "Write `---` here, and nothing else on the line.",
    ),
    ...(onlyHyphens ? { fix: { span: { start: close, end: close + closing.length }, text: "---" } } : {}),
  };
  return { node, bodyStart: onlyHyphens ? after : close, faults: [...faults, loose] };
}

/** A reading of nothing, of a list or of a lone text is no front matter. */
function judge(
  { node, faults }: YamlReading,
  what: "front matter" | "file",
  start: number,
  end: number,
): YamlReading {
  if (node?.kind === "map") return { node, faults };
  if (faults.length > 0) return { node: null, faults };
  const example = what === "file" ? "`key: value`" : "`date: 2020-01-21`";
  const advice = `Write what it has to say as ${example}, each key on a line of its own.`;
  const isEmpty = node === null || (node.kind === "scalar" && node.plain && node.text === "");
  if (isEmpty) return { node: null, faults: [yamlFault(start, end, `This ${what} is empty.`, advice)] };
  const kind = node.kind === "list" ? "a list" : "a text";
  const message = `This ${what} is ${kind}, without any key.`;
  return { node: null, faults: [yamlFault(node.span.start, node.span.end, message, advice)] };
}

function refuseLanguage(text: string, fence: string, language: string, close: number): FrontMatter {
  // `--- a few words` without a second fence is a line of prose.
  if (close === -1 && !/^\w+$/.test(language)) return NO_FRONT_MATTER;
  const message = `This fence asks for \`${language}\`; rrb reads YAML, and runs nothing.`;
  const advice = "Write `---` alone on the line, and the keys below it as YAML.";
  const bodyStart = lineAfter(text, close === -1 ? 0 : close + 1);
  return { node: null, bodyStart, faults: [yamlFault(0, fence.length, message, advice)] };
}

/** Front matter whose closing fence is missing: as far as its lines look like YAML. Else a thematic break. */
function readUnclosed(text: string): FrontMatter {
  const start = lineAfter(text, 0);
  const lines =
    /(?:#.*\r?\n)*(?:[a-z][\w-]*:(?:[ \t].*)?(?:\r?\n|$)(?:(?:[ \t]+\S|- |[\]}]).*(?:\r?\n|$))*)+/y;
  lines.lastIndex = start;
  const found = lines.exec(text.slice(0, start + LONGEST_FRONT_MATTER));
  if (found === null) return NO_FRONT_MATTER;
  const bodyStart = start + found[0].length;
  const { node, faults } = readDocument(text, start, bodyStart);
  const message = "The front matter that starts here is never closed.";
  const advice = "Write `---` on a line of its own below its last key.";
  return { node, bodyStart, faults: [yamlFault(0, 3, message, advice), ...faults] };
}

function tooLong(what: string, end: number): Fault {
  const longest = what === "file" ? LONGEST_YAML_FILE : LONGEST_FRONT_MATTER;
  const message = `This ${what} is longer than rrb reads.`;
  return yamlFault(
    0,
    end,
    message,
    `Keep it under ${longest / 1024} KB, without a thousand blank lines on end.`,
  );
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}
