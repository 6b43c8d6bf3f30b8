import type { Question } from "../command.ts";
import { originOf } from "../import/lines.ts";
import type { OpenBoard } from "../open-board.ts";
import { paintFor } from "../report/colour.ts";
import { type DocumentPlace, importJson } from "../report/import-json.ts";
import { type ImportReport, reportImport } from "../report/import-report.ts";
import { writeJson } from "../report/json.ts";
import { printProse } from "../report/prose.ts";
import { clean, type Shown, shown } from "../report/untrusted.ts";
import { placeOf } from "../source/source-file.ts";
import type { Import } from "./importing.ts";

/** Imports for machines: one as a document of its own, several in the order of their meetings, then what failed. */
export function printImports(
  imports: readonly Import[],
  failed: ReadonlyMap<string, string>,
  isOne: boolean,
): Shown {
  const told = imports.map((one) => ({ file: one.taken.document.path, ...importJson(reportOf(one)) }));
  if (isOne) {
    const { file: _, ...only } = told[0]!;
    return writeJson(only);
  }
  return writeJson({ imports: told, failed: [...failed].map(([file, message]) => ({ file, message })) });
}

/** Tells on stderr what was read of each document, what is in doubt, and which could not be imported. */
export async function tellImports(
  imports: readonly Import[],
  failed: ReadonlyMap<string, string>,
  { world, noColor }: Question,
): Promise<void> {
  const paint = await paintFor(world, world.stderr, noColor);
  for (const one of imports) printProse(world.stderr, reportImport(reportOf(one), paint));
  for (const message of failed.values()) printProse(world.stderr, clean(message));
}

/** Tells how many of the actions that are open now have no row in the coming agenda, which is older than their notes. */
export function tellLacking({ ledger }: OpenBoard, { world }: Question): void {
  const { nextAgenda, irregularities } = ledger;
  const missing = irregularities.filter(({ kind }) => kind === "not on the agenda").length;
  if (nextAgenda === null || missing === 0) return;
  const lack = missing === 1 ? "1 open action has" : `${missing} open actions have`;
  const add = `\`rrb new-meeting ${nextAgenda.id} --refresh\` adds ${missing === 1 ? "it" : "them"}.`;
  printProse(world.stderr, shown`${lack} no row in \`${nextAgenda.path}\`. ${add}`);
}

function reportOf({ taken, meeting, refOf, doubts }: Import): ImportReport {
  const { document, possibleActions, unplaced, dropped, file } = taken;
  const { source, imported, path } = document;
  const place = (offset: number): DocumentPlace => {
    const { page, line } = originOf(document, { start: offset, end: offset });
    return { page, line, column: placeOf(source, offset).column };
  };
  return {
    path,
    meeting,
    possibleActions,
    unplaced,
    dropped,
    remarks: imported.remarks,
    doubts,
    placeOf: place,
    refOf,
    countedIn: imported.countedIn,
    source,
    differing: file.differing,
  };
}
