/** The code of an error that the disk gave, `ENOENT`; its own words where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
