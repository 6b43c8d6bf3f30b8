import { Refusal } from "../../../refusal.ts";
import { brokenPdf } from "./broken.ts";

type Pdfjs = Awaited<ReturnType<typeof import("unpdf")["getResolvedPDFJS"]>>;

/** A PDF that is open, as pdf.js has it. */
export type PdfDocument = Awaited<ReturnType<typeof import("unpdf")["getDocumentProxy"]>>;

/** One page of it. */
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** Some words of a page, or where marked content begins or ends. */
export type Item = Awaited<ReturnType<PdfPage["getTextContent"]>>["items"][number];

/** The numbers that pdf.js gives to what a page can draw. */
export type Operators = Pdfjs["OPS"];

/** Minutes have far fewer; a longer file takes minutes to read and is something else. */
const MOST_PAGES = 600;

/** Opens a PDF, so that nothing of it is run, fetched or painted; throws a Refusal where it cannot be read. */
export async function openPdf(bytes: Uint8Array): Promise<{ pdf: PdfDocument; operators: Operators }> {
  lendTransfer();
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf");
  try {
    // pdf.js takes the bytes away from whoever hands them over, and takes no Buffer.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      // No picture is unpacked: that is slow, and nobody looks at it.
      maxImageSize: 0,
    });
    if (pdf.numPages > MOST_PAGES) {
      await pdf.loadingTask.destroy();
      throw new Refusal(
        `This PDF has ${pdf.numPages} pages, and no note has more than ${MOST_PAGES}. Cut out the pages of the meeting and import those.`,
      );
    }
    return { pdf, operators: (await getResolvedPDFJS()).OPS };
  } catch (error) {
    throw whyNot(error);
  }
}

/** Why a PDF cannot be read, in words for whoever imports it. */
export function whyNot(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && error.name === "PasswordException") {
    return new Refusal(
      "This PDF is locked with a password. Open it, save a copy without one, and import that.",
    );
  }
  return brokenPdf();
}

/** Node 20 lacks a method of ArrayBuffer that pdf.js hands its pages on with. */
function lendTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return moved;
    },
  });
}
