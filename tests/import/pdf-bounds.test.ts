import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bounds, readWatched } from "../../src/import/pdf/watched.ts";
import { buildScript } from "../built.ts";
import { lines, makePdf, stream } from "./pdf-made.ts";

const ROOMY: Bounds = { time: 60_000, memory: 2 ** 30 };
let folder = "";
let thread: URL;

beforeAll(async () => {
  folder = await buildScript("src/import/pdf/worker.ts");
  thread = pathToFileURL(join(folder, "dist", "main.js"));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = lines(["Minutes"], 56, 750);
const FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]";

/** Each form draws the next one twice. */
function doubling(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, index) => {
    const next = index + 1 < depth ? `/X ${101 + index} 0 R` : "";
    const content = next === "" ? "0 0 1 1 re f" : "/X Do /X Do";
    return [100 + index, stream(content, `${FORM} /Resources << /XObject << ${next} >> >>`)] as const;
  });
  return makePdf([{ written, drawn: "/X100 Do" }], Object.fromEntries(forms));
}

test("A PDF is read in a thread of its own", async () => {
  expect((await readWatched(makePdf([{ written }]), thread, ROOMY)).text).toBe("Minutes\n");
});

test("What the thread refuses is refused", async () => {
  await expect(readWatched(makePdf([{}]), thread, ROOMY)).rejects.toThrow("This PDF has no text.");
});

test("A form that draws itself ends", async () => {
  const form = { 100: stream("/X Do", `${FORM} /Resources << /XObject << /X 100 0 R >> >>`) };
  expect((await readWatched(makePdf([{ written, drawn: "/X100 Do" }], form), thread, ROOMY)).text).toBe(
    "Minutes\n",
  );
});

test("A small PDF that draws for years is stopped, and refused", async () => {
  await expect(readWatched(doubling(40), thread, { ...ROOMY, time: 1_500 })).rejects.toThrow(
    /^This PDF takes too long to read\. /,
  );
});

test("A PDF that takes too much memory is stopped, and refused", async () => {
  await expect(readWatched(doubling(40), thread, { ...ROOMY, memory: 2 ** 25 })).rejects.toThrow(
    /^This PDF unpacks to more than a note can be\. /,
  );
});
