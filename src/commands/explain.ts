import { type Marked, readMarks, underlineMarks } from "../check/example.ts";
import { tellScope } from "../check/manual.ts";
import type { Example, Rule } from "../check/rule.ts";
import { findRule, RULES } from "../check/rules.ts";
import type { Command, Question } from "../command.ts";
import { formatDay } from "../model/day.ts";
import { type Paint, paintFor } from "../report/colour.ts";
import { joinShown, print, type Shown, shown } from "../report/untrusted.ts";
import { widthOf } from "../report/width.ts";

/** The width in columns to which prose is wrapped where no terminal tells its own. */
const USUAL_WIDTH = 80;

/** `rrb explain`: what a rule holds, why, and whose guidance it is; without a rule, the list of them. */
export const explain: Command = {
  arguments: [{ typed: "[rule]", says: "the rule, as `rrb check` names it" }],
  options: [],
  example: "rrb explain every-open-action-is-reported",
  run: async (question) => {
    const { world, words, noColor } = question;
    const paint = await paintFor(world, world.stdout, noColor);
    const id = words[0];
    print(
      world.stdout,
      id === undefined ? await listRules(question, paint) : tellRule(findRule(id), question, paint),
    );
    return 0;
  },
};

async function listRules({ world }: Question, paint: Paint): Promise<Shown> {
  const { drawTable } = await import("../report/table.ts");
  const columns = [{ heading: "Rule" }, { heading: "Grade" }, { heading: "What holds" }];
  const rows = RULES.map((rule) => [rule.id, gradeOf(rule), rule.summary]);
  return drawTable(columns, rows, world.stdout, paint);
}

function gradeOf({ severity, isOff }: Rule): string {
  return isOff ? "off" : severity;
}

function tellRule(rule: Rule, { world }: Question, paint: Paint): Shown {
  const width = world.stdout.columns ?? USUAL_WIDTH;
  const say = (words: string): Shown => shown`${wrap(words, width)}`;
  return joinShown(
    [
      shown`${paint("heading", rule.id)}  ${paint(rule.severity, gradeOf(rule))}`,
      say(rule.summary),
      say(rule.why),
      ...(rule.source === undefined ? [] : [say(`From: ${rule.source}.`)]),
      say(tellScope(rule)),
      showExample("Good", rule.good, paint),
      showExample("Bad", rule.bad, paint),
    ],
    "\n\n",
  );
}

function showExample(title: string, { today, files }: Example, paint: Paint): Shown {
  const on = today === undefined ? "" : ` on ${formatDay(today)}`;
  const shownFiles = Object.entries(files).map(([name, text]) =>
    joinShown([`  ${name}`, ...linesOf(readMarks(text), paint)], "\n"),
  );
  return joinShown([paint("heading", `${title}${on}:`), ...shownFiles], "\n\n");
}

/** The lines of a file, those with a mark underlined. */
function linesOf(marked: Marked, paint: Paint): Shown[] {
  const gutter = paint("quiet", "  │");
  return underlineMarks(marked).flatMap(({ line, underlines }) => [
    line === "" ? gutter : shown`${gutter} ${line}`,
    ...underlines.map((underline) => shown`${gutter} ${paint("error", underline)}`),
  ]);
}

/** Prose broken between words, so that no line is wider than so many columns. */
function wrap(words: string, width: number): string {
  const lines = [""];
  for (const word of words.split(" ")) {
    const last = lines.at(-1)!;
    if (last === "") lines[lines.length - 1] = word;
    else if (widthOf(last) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
