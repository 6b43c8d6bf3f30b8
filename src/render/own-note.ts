import type { RootContent } from "mdast";
import type { Meeting } from "../model/meeting.ts";
import { spanOf } from "./nodes.ts";
import { endOfSection } from "./sections.ts";
import { cutStretch, findDefinitions, parseStretch } from "./stretch.ts";

/** What a note in rrb's own form says, its title and its typed log aside: the page has those of its own. */
export function openOwnNote(text: string, bodyStart: number, { logHeading }: Meeting): RootContent[] {
  const stretch = cutStretch(text, bodyStart, text.length);
  const nodes = parseStretch(stretch, findDefinitions(text.slice(bodyStart)));
  const title = nodes.findIndex((node) => node.type === "heading");
  const body = nodes.filter((node, index) => index !== title || node.type !== "heading" || node.depth > 1);
  if (logHeading === null) return body;
  const log = body.findIndex((node) => {
    const span = spanOf(node);
    return (
      node.type === "heading" &&
      span !== null &&
      span.start <= logHeading.start &&
      logHeading.start < span.end
    );
  });
  return log < 0 ? body : body.toSpliced(log, endOfSection(body, log) - log);
}
