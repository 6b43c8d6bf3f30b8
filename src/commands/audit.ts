import { type Command, deliver, layOutSheet, OUTPUT, type Question } from "../command.ts";
import { certifyLedger } from "../ledger/audit.ts";
import { openBoard } from "../open-board.ts";
import type { Proof } from "../report/certificate.ts";
import { writePlace } from "../report/place.ts";
import type { Shown } from "../report/untrusted.ts";

/** `rrb audit`: the certificate that no action was lost between two meetings. Settings of the board don't touch it. */
export const audit: Command = {
  arguments: [],
  options: [{ typed: "--format <format>", says: "how to print it", takes: ["table", "json"] }, OUTPUT],
  example: "rrb audit",
  run: async (question) => {
    const wanted = { digests: true, tells: false, booksOnly: true };
    const { ledger, workspace, leftOut } = await openBoard(question, wanted);
    const certificate = certifyLedger(ledger);
    const places = certificate.unaccounted.map(({ lastSeen }) =>
      writePlace(workspace.source(lastSeen.path), lastSeen.span),
    );
    const { digests, board } = workspace;
    const proof: Proof = { boardName: board.name, certificate, digests, leftOut, places };
    deliver(question, await writeProof(proof, question));
    return certificate.unaccounted.length === 0 && leftOut.length === 0 ? 0 : 1;
  },
};

async function writeProof(proof: Proof, question: Question): Promise<Shown> {
  if (question.options.format === "json") {
    return (await import("../report/certificate-json.ts")).writeCertificateJson(proof);
  }
  const { drawCertificate } = await import("../report/certificate.ts");
  return drawCertificate(proof, await layOutSheet(question));
}
