import { dirname, resolve } from "node:path";
import { writeManual } from "../check/manual.ts";
import { type Mended, mendBoard } from "../check/mend.ts";
import { findRule, RULES } from "../check/rules.ts";
import { lookThrough, readWhole } from "../clerk/looking-through.ts";
import { handOver } from "../clerk/mended.ts";
import type { Command, Question } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { paintFor } from "../report/colour.ts";
import { printProse } from "../report/prose.ts";
import { REPORTERS, type ReporterName } from "../report/reporters.ts";
import { print, shown } from "../report/untrusted.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { suggest } from "../source/nearest.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { World } from "../world.ts";

/** `rrb check`: every fault of every note, with its place and what to write instead; with `--fix`, some are mended. */
export const check: Command = {
  arguments: [
    { typed: "[files...]", says: "notes to report on (else all); the whole board is read all the same" },
  ],
  options: [
    { typed: "--fix", says: "mend what takes no judgement, and report the rest" },
    { typed: "--dry-run", says: "with `--fix`: print what it would change, and write nothing" },
    { typed: "--format <format>", says: "how to print the findings", takes: Object.keys(REPORTERS) },
    {
      typed: "--rule <id>",
      says: "report on this rule alone (again, or with commas, for several)",
      repeats: true,
    },
    { typed: "--max-warnings <n>", says: "fail where there are more warnings" },
    { typed: "--quiet", says: "print errors alone, and nothing where there are none" },
  ],
  example: "rrb check meetings/2020-01-21.md",
  run: async (question) => {
    const { world, words, options } = question;
    const rules = readRules(options.rule);
    const mostWarnings = readCount(options.maxWarnings);
    refuseMixture(options);
    const isNamed = (path: string) =>
      words.length === 0 || words.some((word) => isMeantBy(word, path, world));
    const isMeant = ({ path, rule }: Diagnostic) => isNamed(path) && (rules?.has(rule) ?? true);
    const { workspace, outcome, all } =
      options.fix === true ? await findAndMend(question, isMeant) : await findAll(question, isNamed);
    refuseStrays(question, workspace);
    const found = all.filter(isMeant);

    if (outcome !== null) await handOver(outcome, found, question, workspace);
    if (options.dryRun !== true) {
      const quiet = options.quiet === true;
      const report = await REPORTERS[(options.format ?? "pretty") as ReporterName]();
      const printed = report({
        diagnostics: quiet ? found.filter(isError) : found,
        notes: workspace.notes.filter((note) => isNamed(note.path)).length,
        files: listFiles(workspace).filter(isNamed),
        manuals: () => RULES.map((rule) => ({ ...rule, markdown: writeManual(rule) })),
        source: keepSources(workspace, outcome?.texts),
        paint: await paintFor(world, world.stdout, question.noColor),
        columns: world.stdout.columns,
        quiet,
      });
      print(world.stdout, printed);
    }
    const warnings = found.filter(({ severity }) => severity === "warning").length;
    if (warnings > mostWarnings) {
      printProse(
        world.stderr,
        shown`More warnings (${warnings}) than \`--max-warnings ${mostWarnings}\` allows.`,
      );
    }
    return found.some(isError) || warnings > mostWarnings ? 1 : 0;
  },
};

/** A finding that was not mended, when all was that could be. */
function withoutFix({ fix: _fix, ...left }: Diagnostic): Diagnostic {
  return left;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function refuseMixture({ fix, dryRun, format }: Question["options"]): void {
  if (dryRun !== true) return;
  if (fix !== true) throw new Refusal("`--dry-run` tells what `--fix` would change. Write both.");
  if (format !== undefined) throw new Refusal("`--dry-run` prints a difference. Leave out `--format`.");
}

/** The rules that `--rule` names; null where it names none. */
function readRules(typed: string | true | undefined): ReadonlySet<string> | null {
  if (typeof typed !== "string") return null;
  return new Set(
    typed
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((id) => findRule(id).id),
  );
}

/** What was found on a board, and with `--fix` what came of it. */
interface Findings {
  readonly workspace: Workspace;
  readonly all: readonly Diagnostic[];
  readonly outcome: Mended | null;
}

async function findAll(question: Question, isNamed: (path: string) => boolean): Promise<Findings> {
  const { workspace, found } = await lookThrough(question, isNamed);
  return { workspace, all: found, outcome: null };
}

async function findAndMend(question: Question, isMeant: (found: Diagnostic) => boolean): Promise<Findings> {
  const { workspace, atHand } = await readWhole(question);
  const outcome = await mendBoard(atHand, isMeant);
  return { workspace, all: outcome.left.map(withoutFix), outcome };
}

/** The files in which something was found, each read again once, or as mended; null for one that can't be read. */
function keepSources(
  { unread, source }: Workspace,
  mended: ReadonlyMap<string, string> = new Map(),
): (path: string) => SourceFile | null {
  const kept = new Map<string, SourceFile | null>(unread.map(({ path }) => [path, null]));
  for (const [path, text] of mended) kept.set(path, sourceFile(path, text));
  return (path) => {
    if (!kept.has(path)) kept.set(path, source(path));
    return kept.get(path)!;
  };
}

/** Every file of the board, read or not, by its path. */
function listFiles({ boardFile, notes, unread }: Workspace): string[] {
  return [...(boardFile === null ? [] : [boardFile]), ...notes, ...unread].map(({ path }) => path);
}

/** Whether a word of the command line names a file, or the folder that it lies in. */
function isMeantBy(word: string, path: string, { cwd }: World): boolean {
  const place = resolve(cwd, word);
  return resolve(cwd, path) === place || dirname(resolve(cwd, path)) === place;
}

/** Refuses a word that names no file of the board. */
function refuseStrays({ world, words }: Question, workspace: Workspace): void {
  const known = listFiles(workspace);
  const stray = words.find((word) => !known.some((path) => isMeantBy(word, path, world)));
  if (stray === undefined) return;
  const advice = suggest(stray, known, "Name a note of the board.");
  throw new Refusal(`\`${stray}\` is no file of this board. ${advice}`);
}

/** The number that `--max-warnings` gives; without it no number of warnings is too many. */
function readCount(typed: string | true | undefined): number {
  if (typeof typed !== "string") return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(typed)) return Number(typed);
  throw new Refusal(`\`${typed}\` is no number for \`--max-warnings\`. Write one such as \`0\`.`);
}
