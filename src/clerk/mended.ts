import type { Mended } from "../check/mend.ts";
import type { Question } from "../command.ts";
import { paintFor } from "../report/colour.ts";
import { printProse } from "../report/prose.ts";
import { joinShown, print, type Shown, shown } from "../report/untrusted.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { changeFiles } from "../workspace/write.ts";

/** Writes the notes that were mended, or prints how they would change; what was done is told on stderr. */
export async function handOver(
  { mended, texts }: Mended,
  left: readonly Diagnostic[],
  { world, options, noColor }: Question,
  workspace: Workspace,
): Promise<void> {
  const changes = [...texts].map(([path, after]) => ({ path, before: workspace.source(path).text, after }));
  const isDry = options.dryRun === true;
  if (isDry) {
    const { drawDiff } = await import("../report/unified-diff.ts");
    const paint = await paintFor(world, world.stdout, noColor);
    print(world.stdout, drawDiff(changes, world.stdout.isTerminal, paint));
  } else changeFiles(workspace, changes);
  if (options.quiet !== true) printProse(world.stderr, tellMended(mended, left.length, isDry));
}

/** `Fixed in meetings/2020-05-18.md: action-is-numbered (2).` */
function tellMended(mended: readonly Diagnostic[], left: number, isDry: boolean): Shown {
  if (mended.length === 0)
    return left === 0 ? shown`` : shown`Nothing here can be fixed without a judgement.`;
  const paths = [...new Set(mended.map(({ path }) => path))].toSorted();
  const lines = paths.map((path) => {
    const ids = mended.filter((finding) => finding.path === path).map(({ rule }) => rule);
    const rules = [...new Set(ids)].map((id) => {
      const times = ids.filter((other) => other === id).length;
      return times === 1 ? id : `${id} (${times})`;
    });
    return `${isDry ? "Would fix" : "Fixed"} in \`${path}\`: ${rules.join(", ")}.`;
  });
  if (isDry) lines.push(`${left} ${left === 1 ? "finding" : "findings"} would be left.`);
  return joinShown(lines, "\n");
}
