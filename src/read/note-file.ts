import type { Block } from "../markdown/block.ts";
import { scanBlocks } from "../markdown/blocks.ts";
import type { Board } from "../model/board.ts";
import type { Fault, Note } from "../model/meeting.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { YamlNode } from "../source/yaml-node.ts";
import { type FrontMatter, readFrontMatter, readPlainYaml } from "../yaml/front-matter.ts";
import { readBoard } from "./board-file.ts";
import { readNote } from "./note.ts";
import { readYamlNote } from "./yaml-note.ts";

/** A note as it was read, and the blocks of its text below the front matter; one in YAML has none. */
export interface NoteRead {
  readonly note: Note;
  readonly blocks: readonly Block[];
}

/** Reads a note as its file's name says: Markdown, or YAML. YAML libraries are loaded only for what needs them. */
export async function readNoteFile(source: SourceFile, board: Board): Promise<Note> {
  return (await readWithBlocks(source, board)).note;
}

/** The same, for whoever asks for the blocks too. */
export async function readWithBlocks(source: SourceFile, board: Board): Promise<NoteRead> {
  if (!source.path.toLowerCase().endsWith(".md"))
    return { note: readYamlNote(source, await readYaml(source), board), blocks: [] };
  const frontMatter = await readFrontMatterOf(source.text);
  const blocks = scanBlocks(source.text, frontMatter.bodyStart);
  return { note: readNote(source, frontMatter, board, blocks), blocks };
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
