import type { Proof } from "./certificate.ts";
import { writeJson } from "./json.ts";
import type { Shown } from "./untrusted.ts";

/** The certificate for machines. */
export function writeCertificateJson({ certificate, digests, leftOut }: Proof): Shown {
  const { meetings, unaccounted, total } = certificate;
  return writeJson({
    meetings,
    unaccounted: unaccounted.map(({ ref, at, lastSeenAt }) => ({ ref, at, lastSeenAt })),
    files: digests,
    unread: leftOut.map(({ path, message }) => ({ path, reason: message })),
    total,
  });
}
