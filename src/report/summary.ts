import type { Severity } from "../source/diagnostic.ts";
import { count } from "./prose.ts";
import type { Report } from "./report.ts";

const GRADES: readonly (readonly [Severity, one: string, many: string])[] = [
  ["error", "error", "errors"],
  ["warning", "warning", "warnings"],
  ["information", "for information", "for information"],
];

/** `2 errors, 1 warning in 3 files`, or `8 notes, no findings`. */
export function summarise({ diagnostics, notes }: Report): string {
  if (diagnostics.length === 0) return `${count(notes, "note")}, no findings`;
  const parts = GRADES.flatMap(([grade, one, many]) => {
    const found = diagnostics.filter(({ severity }) => severity === grade).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`];
  });
  const files = new Set(diagnostics.map(({ path }) => path)).size;
  return `${parts.join(", ")} in ${count(files, "file")}`;
}
