import type { Board } from "../model/board.ts";
import type { Fault, Note } from "../model/meeting.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import { type FrontMatter, readFrontMatter, readPlainYaml } from "../yaml/front-matter.ts";
import { readBoard } from "./board-file.ts";
import { readNote } from "./note.ts";
import { readYamlNote } from "./yaml-note.ts";

/** Reads a note as its file's name says: Markdown, or YAML. YAML libraries are loaded only for what needs them. */
export async function readNoteFile(source: SourceFile, board: Board): Promise<Note> {
  if (!source.path.toLowerCase().endsWith(".md")) return readYamlNote(source, await readYaml(source), board);
  return readNote(source, await readFrontMatterOf(source.text), board);
}

/** Reads what stands between the fences of a note in Markdown, and tells where the note's body starts. */
export async function readFrontMatterOf(text: string): Promise<FrontMatter> {
  return readFrontMatter(text) ?? (await loadFullYaml()).readFrontMatterInFull(text);
}

/** Reads `board.yaml`; what can't be read in it leaves the bare board. */
export async function readBoardFile(
  source: SourceFile,
): Promise<{ board: Board; node: YamlNode | null; faults: readonly Fault[] }> {
  const { node, faults } = await readYaml(source);
  return { board: readBoard(node), node, faults };
}

async function readYaml(source: SourceFile): Promise<FrontMatter> {
  return readPlainYaml(source.text) ?? (await loadFullYaml()).readYamlInFull(source.text);
}

const loadFullYaml = () => import("../yaml/full-yaml.ts");
