import type { Certificate, UnaccountedAction } from "../ledger/audit.ts";
import { formatDay } from "../model/day.ts";
import type { Output } from "../world.ts";
import type { Paint, Style } from "./colour.ts";
import { drawFigures } from "./figures.ts";
import { count } from "./prose.ts";
import { joinShown, type Shown } from "./untrusted.ts";
import { widthOf, wrapText } from "./width.ts";

/** What an auditor is given: the certificate, and what it was drawn up from. */
export interface Proof {
  readonly boardName: string | null;
  readonly certificate: Certificate;
  readonly digests: readonly { readonly path: string; readonly sha256: string }[];
  readonly leftOut: readonly { readonly path: string; readonly message: string; readonly advice: string }[];
  /** Where each unaccounted action was last seen, in the order of the certificate: `meetings/2020-01-21.md:61:1`. */
  readonly places: readonly string[];
}

const CAN_NOT_PROVE = [
  "That every meeting has its note here: one that was never filed leaves no trace.",
  "That a note says what was said and agreed.",
  "That these files are the ones that were published: compare the SHA-256 of each.",
];

/** The certificate for people: verdict, figures, what is unaccounted, what was read, what was not, what it can't prove. */
export async function drawCertificate(
  proof: Proof,
  { output, paint }: { readonly output: Output; readonly paint: Paint },
): Promise<Shown> {
  const { digests, leftOut } = proof;
  const list = (lines: readonly string[]) => lines.flatMap((line) => wrapText(line, output.columns, "  "));
  const section = (title: string, lines: readonly (string | Shown)[]) =>
    lines.length === 0 ? [] : [joinShown([paint("heading", title), ...lines], "\n")];
  return joinShown(
    [
      joinShown(tellVerdict(proof, output.columns, paint), "\n"),
      await drawFigures(proof.certificate, output, paint),
      ...section("Unaccounted: open, and not spoken of at the latest note", list(tellUnaccounted(proof))),
      ...section(
        "Files left out",
        list(leftOut.map(({ path, message, advice }) => `${path}: ${message} ${advice}`)),
      ),
      ...section(
        "Files read, with the SHA-256 of their text (LF line ends, no byte-order mark)",
        digests.flatMap((digest) => tellDigest(digest, output.columns)),
      ),
      ...section("What this does not prove", list(CAN_NOT_PROVE)),
    ],
    "\n\n",
  );
}

function tellVerdict(proof: Proof, columns: number | undefined, paint: Paint): Shown[] {
  const { boardName, certificate, leftOut } = proof;
  const { meetings, unaccounted } = certificate;
  const board = boardName ?? "this board";
  const last = meetings.at(-1);
  const say = (style: Style, sentence: string) =>
    wrapText(sentence, columns, "").map((line) => paint(style, line));
  const missing = `${count(leftOut.length, "file")} left out: the figures are incomplete.`;
  const incomplete = leftOut.length === 0 ? [] : say("error", missing);
  if (last === undefined)
    return [...say("warning", `No meeting of ${board} is in the books.`), ...incomplete];
  const note = `its latest note, of ${formatDay(last.id.slice(0, 10))}`;
  const isClear = unaccounted.length === 0;
  const verdict = isClear
    ? `Every action of ${board} is accounted for at ${note}.`
    : `Not accounted for at ${note}: ${count(unaccounted.length, "action")} of ${board}.`;
  return [...say(!isClear ? "error" : leftOut.length > 0 ? "warning" : "good", verdict), ...incomplete];
}

function tellUnaccounted({ certificate, places }: Proof): string[] {
  return certificate.unaccounted.map(
    ({ ref, lastSeen }: UnaccountedAction, i) => `${ref} was last seen at ${places[i]}: “${lastSeen.text}”`,
  );
}

/** As `sha256sum` writes it and checks it; on two lines where a terminal is too narrow for one. */
function tellDigest(
  { path, sha256 }: Proof["digests"][number],
  columns = Number.POSITIVE_INFINITY,
): string[] {
  const line = `${sha256}  ${path}`;
  return widthOf(line) <= columns ? [line] : [path, `  ${sha256}`];
}
