import { scanBlocks } from "../markdown/blocks.ts";
import { plainText, squash } from "../markdown/plain-text.ts";
import { Refusal } from "../refusal.ts";
import type { ReadDocument } from "./reading.ts";

/**
 * Demands that a document is the note of a meeting, or a log of actions, by what such notes have: who was there, what
 * was to be done, what was decided when. Throws a Refusal that says what it is instead, where that can be told.
 */
export function demandMinutes(document: ReadDocument): void {
  if (isMinutes(document)) return;
  const { path, source } = document;
  if (!/[\p{L}\p{N}]/u.test(source.text.slice(document.frontMatter.bodyStart)))
    throw new Refusal(`\`${path}\` holds no text. Open it, and save it with its text.`);
  throw new Refusal(
    `\`${path}\` ${sayWhat(document)}: it names neither who was there nor what is to be done. Import the notes of meetings.`,
  );
}

function isMinutes({ note, datedBy, isOwnForm }: ReadDocument): boolean {
  const { present, apologies, absent, actions, progress, blanket, items, nextMeeting, time, state } =
    note.meeting;
  if (isOwnForm || state === "cancelled" || (state === "agenda" && items.length > 0)) return true;
  const wasAttended = present.length > 0 || apologies.length + absent.length > 1;
  const hasActions = actions.length > 0 || progress.length > 0 || blanket !== null;
  const tellsOfMeeting = datedBy === "text" && items.length > 1 && (time !== null || nextMeeting !== null);
  return hasActions || tellsOfMeeting || (wasAttended && (items.length > 0 || datedBy !== null));
}

/** What papers of other kinds have in their headings and first words. */
const KINDS: readonly (readonly [what: string, headings: RegExp, least: number])[] = [
  [
    "is a decision paper, not the note of a meeting",
    /^(?:\d+[.)]?\s*)?(?:recommendations?|executive summary|(?:financial|legal|equalit(?:y|ies)|risk)\b.*\b(?:comments|implications|considerations)|options(?: appraisal)?|decisions? (?:required|requested|sought)|(?:request for )?(?:\p{Lu}+ )?decision\b.*|introduction and background|signed:?|approval)\s*:?$/iu,
    2,
  ],
  ["is a letter, not the note of a meeting", /^(?:dear\b.*|yours (?:sincerely|faithfully|truly)\b.*)$/i, 1],
  [
    "is a CV, not the note of a meeting",
    /^(?:curriculum vitae|employment history|work experience|education(?: and qualifications)?|references|skills)\s*:?$/i,
    2,
  ],
  [
    "is an invoice, not the note of a meeting",
    /^(?:(?:tax |vat )?invoice\b.*|(?:sub)?-?total\b.{0,40}|amount due\b.*|payment (?:is )?due\b.*)$/i,
    2,
  ],
  ["is an e-mail, not the note of a meeting", /^(?:from|to|cc|sent|subject)\s*:/i, 3],
  ["is an agenda, not the note of a meeting", /^(?:[^.]{0,60}\s)?agenda\b[^.]{0,60}$/i, 1],
  [
    "is a form for minutes that nobody has filled in",
    /^(?:present|apologies|in attendance|actions?|date of (?:the )?next meeting)\s*:?$/i,
    3,
  ],
];

function sayWhat({ source, frontMatter }: ReadDocument): string {
  const { text } = source;
  const lines = scanBlocks(text, frontMatter.bodyStart)
    .flatMap((block) => block.lines)
    .map((line) => squash(plainText(text, [line]).text));
  const found = KINDS.find(([, heads, least]) => lines.filter((line) => heads.test(line)).length >= least);
  return found?.[0] ?? "is not the note of a meeting";
}
