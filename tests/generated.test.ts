import { join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json";
import { writeRulesPage } from "../src/check/manual.ts";
import { RULES } from "../src/check/rules.ts";
import { writeJsonSchemas } from "../src/schema/json-schema.ts";

const PROJECT = join(import.meta.dirname, "..");
const SETTABLE = RULES.filter(({ conserves }) => !conserves).map(({ id }) => id);

/** `npm run generate` writes these files anew. */
describe("What is made from the code is as the code has it", () => {
  test.each(Object.entries(writeJsonSchemas(SETTABLE)))("schemas/%s", async (name, schema) => {
    expect(packageJson.files).toContain("schemas");
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(PROJECT, "schemas", name));
  });

  test("docs/rules.md", async () => {
    await expect(writeRulesPage(RULES)).toMatchFileSnapshot(join(PROJECT, "docs", "rules.md"));
  });
});
