import { formatDay } from "../model/day.ts";
import { readMarks, underlineMarks } from "./example.ts";
import type { Example, Rule } from "./rule.ts";

/** Which notes a rule speaks of, and what a board and `--fix` can do about it: a few sentences. */
export function tellScope({ on, conserves, isOff, id, fixed }: Rule): string {
  const spoken = on.length === 1 ? on[0] : `${on.slice(0, -1).join(", ")} or ${on.at(-1)}`;
  const setting = isOff ? `asks it with \`${id}: warning\`` : `turns it off with \`${id}: off\``;
  return [
    `It speaks of notes whose state is ${spoken}.`,
    conserves
      ? "It guards the ledger, so a board can neither turn it off nor regrade it."
      : `A board ${setting} under \`rules\` in \`board.yaml\`.`,
    ...(fixed === undefined ? [] : [`\`rrb check --fix\` ${fixed}`]),
  ].join(" ");
}

/** The manual of a rule in Markdown, without a heading: what holds, why, whose guidance, and two examples. */
export function writeManual(rule: Rule): string {
  return [
    `**${rule.summary}**`,
    rule.why,
    ...(rule.source === undefined ? [] : [`From: ${rule.source}.`]),
    tellScope(rule),
    ...writeExample("Good", rule.good),
    ...writeExample("Bad", rule.bad),
  ].join("\n\n");
}

function writeExample(title: string, { today, files }: Example): string[] {
  const on = today === undefined ? "" : ` on ${formatDay(today)}`;
  return Object.entries(files).map(([name, text], index) => {
    const lines = underlineMarks(readMarks(text)).flatMap(({ line, underlines }) => [line, ...underlines]);
    const head = index === 0 ? `${title}${on}: \`${name}\`` : `\`${name}\``;
    return [head, "", "````text", ...lines, "````"].join("\n");
  });
}

/** All rules as a page of Markdown: a table of them, then the manual of each. */
export function writeRulesPage(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, summary, conserves, isOff }) =>
      `| [${id}](#${id}) | ${isOff ? "off" : severity}${conserves ? " †" : ""} | ${summary.replaceAll("|", "\\|")} |`,
  );
  return [
    "# The rules of `rrb check`",
    "`rrb explain RULE` shows the same. A rule with a † guards the ledger: no board can turn it off, regrade it or silence a finding of it.",
    ["| Rule | Grade | What holds |", "| --- | --- | --- |", ...rows].join("\n"),
    ...rules.flatMap((rule) => [`## ${rule.id}`, writeManual(rule)]),
  ]
    .join("\n\n")
    .concat("\n");
}
