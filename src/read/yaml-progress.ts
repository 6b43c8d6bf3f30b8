import { squash } from "../markdown/plain-text.ts";
import type { BlanketReport, Fault, ProgressRow } from "../model/meeting.ts";
import { readStatus } from "../model/status.ts";
import { entryOf, type YamlNode } from "../source/yaml-node.ts";
import { readRefCell } from "./action-table.ts";
import { exceptionFault, isBlanket, readBlanket } from "./blanket.ts";
import { textOf } from "./fields.ts";
import { dueContextOf, joinUpdates, type Reading, readUndertaking } from "./reading.ts";
import { statedIn } from "./yaml-lines.ts";

/** What a meeting in YAML reports on earlier actions. */
export function readYamlProgress(progress: YamlNode | null, reading: Reading): ProgressRow[] {
  if (progress?.kind !== "list") return [];
  return progress.items
    .filter((node) => node.kind === "map")
    .map((node, index): ProgressRow => {
      const ref = entryOf(node, "ref");
      const { cited, accepted, number } = readRefCell(textOf(ref) ?? "");
      const status = entryOf(node, "status");
      const disposition = readStatus(textOf(status) ?? "", reading.board.statuses);
      const update = textOf(entryOf(node, "update"));
      const words = { text: squash(textOf(entryOf(node, "text")) ?? ""), span: node.span };
      return {
        ...readUndertaking(words, statedIn(node), reading, dueContextOf(cited, reading)),
        cited: cited === null ? null : { value: cited, span: ref!.span },
        accepted,
        number,
        place: index + 1,
        disposition,
        statusSpan: status?.span ?? { start: node.span.end, end: node.span.end },
        update: joinUpdates([disposition?.update, update]),
      };
    });
}

/** `progress: not reviewed – REASON`, as a text in place of a list. */
export function readYamlBlanket(progress: YamlNode | null): {
  blanket: BlanketReport | null;
  faults: readonly Fault[];
} {
  const text = textOf(progress);
  if (progress === null || text === null) return { blanket: null, faults: [] };
  const blanket = readBlanket({ text: squash(text), number: null, span: progress.span });
  const makesException = blanket === null && isBlanket(text);
  return { blanket, faults: makesException ? [exceptionFault(progress.span)] : [] };
}
