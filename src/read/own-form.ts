import type { Board } from "../model/board.ts";
import type { FrontMatter } from "../yaml/front-matter.ts";
import { readFields } from "./fields.ts";
import type { Form } from "./form.ts";
import { readMasthead } from "./masthead.ts";
import { outlineOwnForm } from "./outline.ts";
import type { Passage } from "./passage.ts";

/** Takes apart a note in rrb's own form: its front matter says when, where and who. */
export function readOwnForm(
  text: string,
  passages: readonly Passage[],
  { node }: FrontMatter,
  board: Board,
): Form {
  const outline = outlineOwnForm(text, passages);
  const fields = readFields(node, board);
  const heading = outline.preamble.filter((passage) => passage.kind === "heading" && passage.level === 1);
  const { title, dates } = readMasthead(text, heading.slice(0, 1));
  const statedDates = fields.date === null ? dates : [fields.date, ...dates];
  return {
    outline,
    fields: fields.title === null && title !== null ? { ...fields, title } : fields,
    statedDates,
    leftOver: new Map(),
    faults: [],
  };
}
