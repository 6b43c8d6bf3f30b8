import { BARE_BOARD, type Board, type Organisation, type Person } from "../model/board.ts";
import { type Day, isDay, isTimeZone } from "../model/day.ts";
import { normalisePhrase, STATES } from "../model/status.ts";
import { entryOf, isEmptyScalar, type YamlNode } from "../source/yaml-node.ts";

type Severity = Board["rules"] extends ReadonlyMap<string, infer Grade> ? Grade : never;

const GRADES: readonly Severity[] = ["error", "warning", "information", "off"];

/** Reads `board.yaml`. What is missing or not understood is left as in `BARE_BOARD`; `check` is the one to complain. */
export function readBoard(node: YamlNode | null): Board {
  return {
    name: textOf(node, "name"),
    shortName: textOf(node, "short-name"),
    documentTitle: textOf(node, "document-title") ?? BARE_BOARD.documentTitle,
    secretariat: textOf(node, "secretariat"),
    place: textOf(node, "place"),
    time: textOf(node, "time"),
    timeZone: readTimeZone(node),
    quorum: readCount(textOf(node, "quorum")),
    defaultDue: textOf(node, "default-due"),
    standingItems: textsOf(node, "standing-items"),
    organisations: nodesOf(node, "organisations").flatMap(readOrganisation),
    people: nodesOf(node, "people").flatMap(readPerson),
    statuses: new Map(
      pairsOf(node, "statuses", STATES).map(([words, state]) => [normalisePhrase(words), state]),
    ),
    rules: new Map(pairsOf(node, "rules", GRADES)),
    checkFrom: dayOf(node, "check-from"),
  };
}

/** A name alone will do for a body: `- MOPAC`. */
function readOrganisation(node: YamlNode): Organisation[] {
  const name = textOf(node, "name") ?? scalarText(node);
  const id = textOf(node, "id") ?? name;
  if (id === null) return [];
  return [
    {
      id,
      name: name ?? id,
      also: textsOf(node, "also"),
      member: /^(?:yes|true)$/i.test(textOf(node, "member") ?? ""),
      until: dayOf(node, "until"),
      became: textOf(node, "became"),
    },
  ];
}

function readPerson(node: YamlNode): Person[] {
  const name = textOf(node, "name") ?? scalarText(node);
  if (name === null) return [];
  return [{ initials: textOf(node, "initials"), name, organisation: textOf(node, "organisation") }];
}

/** A zone that nobody knows would leave rrb without a day. */
function readTimeZone(node: YamlNode | null): string {
  const zone = textOf(node, "time-zone") ?? BARE_BOARD.timeZone;
  // Asking for a zone takes longer than reading the file.
  // Asking Intl costs a start-up some milliseconds, and most boards say the usual one.
  return zone === BARE_BOARD.timeZone || isTimeZone(zone) ? zone : BARE_BOARD.timeZone;
}

function readCount(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}

function scalarText(node: YamlNode | null): string | null {
  if (node?.kind !== "scalar" || isEmptyScalar(node)) return null;
  const text = node.text.trim();
  return text === "" ? null : text;
}

function textOf(node: YamlNode | null, key: string): string | null {
  return scalarText(entryOf(node, key));
}

function dayOf(node: YamlNode | null, key: string): Day | null {
  const text = textOf(node, key);
  return text !== null && isDay(text) ? text : null;
}

/** The elements of a list; one value alone counts as a list of one. */
function nodesOf(node: YamlNode | null, key: string): readonly YamlNode[] {
  const value = entryOf(node, key);
  if (value === null) return [];
  return value.kind === "list" ? value.items : [value];
}

function textsOf(node: YamlNode | null, key: string): readonly string[] {
  return nodesOf(node, key).flatMap((item) => scalarText(item) ?? []);
}

/** The entries of a map whose value is one of a few words, in any case. */
function pairsOf<Word extends string>(
  node: YamlNode | null,
  key: string,
  words: readonly Word[],
): readonly (readonly [string, Word])[] {
  const map = entryOf(node, key);
  if (map?.kind !== "map") return [];
  return map.entries.flatMap((entry) => {
    const written = scalarText(entry.value)?.toLowerCase();
    const word = words.find((known) => known === written);
    return word === undefined ? [] : [[entry.key.value, word] as const];
  });
}
