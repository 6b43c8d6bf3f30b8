import type { Fault } from "../model/meeting.ts";
import { yamlFault } from "./fault.ts";

/** The text with a space for every control character in the stretch, each run of which is a fault. */
export function blankControls(file: string, from: number, to: number): { text: string; faults: Fault[] } {
  const faults: Fault[] = [];
  const stretch = file
    .slice(from, to)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]+|\r(?!\n)/g, (run, at) => {
      const message = "A control character stands here, which nobody can see.";
      faults.push(yamlFault(from + at, from + at + run.length, message, "Delete it."));
      return " ".repeat(run.length);
    });
  return { text: faults.length === 0 ? file : file.slice(0, from) + stretch + file.slice(to), faults };
}

/** The one document in a stretch: after its `---`, if it has one, and up to where a second one would start. */
export function findDocument(text: string, from: number, to: number): [number, number, Fault[]] {
  const faults: Fault[] = [];
  const stretch = text.slice(from, to);
  const opening = /^(?:[ \t]*(?:#.*)?\r?\n|%.*(?:\r?\n|$))*(?:---(?=\s|$))?/.exec(stretch)![0];
  const start = opening.length;
  for (const directive of opening.matchAll(/^%.*$/gm)) {
    const at = from + directive.index;
    const end = at + directive[0].trimEnd().length;
    faults.push(yamlFault(at, end, "This is a YAML directive, and rrb obeys none.", "Delete the line."));
  }
  const second = /^(?:---|\.\.\.)(?=\s|$)/m.exec(stretch.slice(start));
  if (second === null) return [from + start, to, faults];
  const end = from + start + second.index;
  const restIsEmpty = /^(?:\s|#.*(?:\n|$)|---(?=\s)|\.\.\.(?=\s))*$/.test(text.slice(end + 3, to));
  if (restIsEmpty) return [from + start, end, faults];
  const message = "A second YAML document starts here, and is not read.";
  faults.push(yamlFault(end, end + 3, message, "Delete this line, so that all the keys stand together."));
  return [from + start, end, faults];
}
