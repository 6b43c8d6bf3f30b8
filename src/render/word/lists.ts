import { AlignmentType, type ILevelsOptions, LevelFormat } from "docx";

/** The lists of a document, as they are met; each numbered one counts for itself. */
export interface Lists {
  /** The name under which a paragraph belongs to a new numbered list that begins with `start`, at a depth from 0. */
  readonly number: (start: number, depth: number) => string;
  /** What is to be declared of them all. */
  readonly declare: () => { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[];
}

/** The name under which a paragraph belongs to a list with bullets. */
export const BULLETS = "bullets";

/** Word knows nine depths of lists. */
export const DEEPEST = 8;

const SIGNS = ["\u2022", "\u2013"];

/** In twentieths of a point, a depth. */
const STEP = 397;

/** The indentation of what stands in a list at a depth from 0, in twentieths of a point. */
export function indentAt(depth: number): number {
  return STEP * (depth + 1);
}

export function openLists(): Lists {
  const numbered: { readonly start: number; readonly depth: number }[] = [];
  return {
    number: (start, depth) => `numbers ${numbered.push({ start, depth })}`,
    declare: () => [
      { reference: BULLETS, levels: levelsOf((depth) => bullet(SIGNS[depth % SIGNS.length]!)) },
      ...numbered.map(({ start, depth: own }, index) => ({
        reference: `numbers ${index + 1}`,
        levels: levelsOf((depth) => decimal(depth, depth === own ? start : 1)),
      })),
    ],
  };
}

function levelsOf(markAt: (depth: number) => Partial<ILevelsOptions>): ILevelsOptions[] {
  return Array.from({ length: DEEPEST + 1 }, (_, depth) => ({
    level: depth,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: indentAt(depth), hanging: STEP } } },
    ...markAt(depth),
  }));
}

function bullet(sign: string): Partial<ILevelsOptions> {
  return { format: LevelFormat.BULLET, text: sign };
}

function decimal(depth: number, start: number): Partial<ILevelsOptions> {
  return { format: LevelFormat.DECIMAL, text: `%${depth + 1}.`, start };
}
