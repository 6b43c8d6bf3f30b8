import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";

/** Where the public records lie that nobody on this project wrote: beside the project, read where they are. */
const FOLDER = join(import.meta.dirname, "../../../shared/real");

/** Tests on real notes: skipped where the folder is absent, failing there on CI. */
export const describeReal = existsSync(FOLDER) || process.env.CI === "true" ? describe : describe.skip;

export function realPath(name: string): string {
  return join(FOLDER, name);
}

export function realText(name: string): string {
  return readFileSync(realPath(name), "utf8");
}

/** The answer key of a note, written by hand. */
export interface Key {
  readonly date: string;
  readonly time?: string;
  readonly place?: string;
  readonly orgs: readonly string[];
  readonly orgsCount?: number;
  readonly attendeesCount?: number;
  readonly absent?: readonly string[];
  readonly apologies?: readonly string[];
  readonly chair?: string;
  readonly alsoAttending?: string;
  readonly agendaItems?: number;
  readonly nextMeeting: { readonly date: string | null } | null;
  readonly actions: readonly KeyAction[];
  readonly previousActions: readonly (KeyAction & { statusClass: string; status: string; note?: string })[];
}

export interface KeyAction {
  readonly ref?: string;
  readonly text: string;
  readonly owner?: string;
  readonly owners?: readonly string[];
  readonly due?: string;
  readonly item?: number;
}

export function realKey(name: string): Key {
  return JSON.parse(realText(`${name}.truth.json`)) as Key;
}

/** The owners that a key names; none where it names none. */
export function ownersOf({ owners, owner }: KeyAction): readonly string[] {
  return owners ?? (owner === undefined ? [] : [owner]);
}

/** A page of HTML as plain text: its title, a blank line around every paragraph, a bullet before every list entry. */
export function plainTextOf(page: string): string {
  return page
    .replace(/^---\n[\s\S]*?\n---\n/, (top) => `${/^title: (.*)$/m.exec(top)?.[1] ?? ""}\n\n`)
    .replace(/<li>/g, "\n\n- ")
    .replace(/<\/?(?:p|ul|ol)\b[^>]*>/g, "\n\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&amp;/g, "&")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n\s*\n+/g, "\n\n")
    .replace(/^- \n+/gm, "- ")
    .trim();
}
