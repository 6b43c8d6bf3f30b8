import * as z from "zod/mini";
import { BOARD_SCHEMA } from "./board.ts";
import type { Kind } from "./kinds.ts";
import { FRONT_MATTER_SCHEMA, MEETING_SCHEMA } from "./meeting.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What an editor is told of a scalar, where YAML knows numbers and truth and rrb reads what is written. */
const SCALARS: Partial<Readonly<Record<Kind, JsonSchema>>> = {
  text: { type: ["string", "number", "boolean"] },
  day: { format: "date" },
  number: { type: ["integer", "string"], minimum: 1, maximum: 9999 },
  "yes or no": { type: ["boolean", "string"], enum: [true, false, "yes", "no", "Yes", "No"] },
};

/**
 * JSON Schemas (draft 7, which editors know best) of the files that a board is made of, by the names of their own files:
 * `board.yaml`, a meeting that is written wholly in YAML, and the front matter of one in Markdown. `rules` are the ids of
 * those that a board may turn off or regrade.
 */
export function writeJsonSchemas(rules: readonly string[]): Readonly<Record<string, JsonSchema>> {
  const board = describe(BOARD_SCHEMA, "board.yaml of rrb");
  const settings = board.properties!.rules as JsonSchema;
  settings.propertyNames = { enum: [...rules] };
  return {
    "board.schema.json": board,
    "meeting.schema.json": describe(MEETING_SCHEMA, "A meeting of rrb, in YAML"),
    "front-matter.schema.json": describe(FRONT_MATTER_SCHEMA, "The front matter of a meeting of rrb"),
  };
}

function describe(schema: z.core.$ZodType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", override });
  return { $schema, title, ...rest } as JsonSchema;
}

function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  const { type, error } = zodSchema._zod.def;
  if (type === "optional") allowNothing(jsonSchema);
  // zod carries the name of a kind in place of a message.
  const kind = (error as (() => unknown) | undefined)?.() as Kind;
  const scalar = SCALARS[kind];
  if (scalar === undefined || type !== "string") return;
  if (scalar.enum !== undefined) delete jsonSchema.pattern;
  Object.assign(jsonSchema, scalar);
}

/** A key without a value says nothing, as one that is left out. */
function allowNothing(jsonSchema: JsonSchema): void {
  const { type, anyOf, enum: words } = jsonSchema;
  if (type !== undefined) jsonSchema.type = [type, "null"].flat() as NonNullable<JsonSchema["type"]>;
  if (words !== undefined) jsonSchema.enum = [...words, null];
  if (anyOf !== undefined) jsonSchema.anyOf = [...anyOf, { type: "null" }];
}
