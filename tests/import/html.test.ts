import { expect, test } from "vitest";
import { importHtml } from "../../src/import/importers/html.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (html: string): Promise<string> => (await importHtml(bytesOf(html))).text;

test("A page keeps its headings, paragraphs and lists, each line with its line in the page", async () => {
  const { text, origins, dropped, remarks } = await importHtml(
    bytesOf(
      "<!doctype html><title>Minutes</title>\n<h1>Hall <em>board</em></h1>\n<p>Held on 21<sup>st</sup> January<br>\nat the hall\n\n<ol start=3><li>Welcome<li>Budget<ul><li>Paint</ul></ol>",
    ),
  );
  expect(text).toBe(
    "# Hall board\n\nHeld on 21st January\nat the hall\n\n3. Welcome\n4. Budget\n\n   - Paint\n",
  );
  expect(origins.map((origin) => origin?.line ?? null)).toEqual([2, null, 3, 4, null, 6, 6, null, 6]);
  expect(dropped).toEqual([{ page: null, line: 1, text: "Minutes" }]);
  expect(remarks).toEqual([]);
});

test("One-entry lists of bold words are numbered titles", async () => {
  const page =
    "<ol><li><b>Welcome</b></ol><p>All came.</p><ol start=2><li><b>Budget</b></ol><p>It holds.</p>";
  expect(await textOf(page)).toBe("**1. Welcome**\n\nAll came.\n\n**2. Budget**\n\nIt holds.\n");
});

test("A table keeps its rows; merged cells stand once, and a title over all columns stands above", async () => {
  const table =
    "<table><tr><th colspan=3>Actions<tr><td>Ref<td>Action<td>Owner<tr><td rowspan=2>1<td>Paint <b>it</b><p>soon<td>AO<tr><td>Call | write<td>BE</table>";
  expect(await textOf(table)).toBe(
    "Actions\n\n| Ref | Action | Owner |\n| --- | --- | --- |\n| 1 | Paint **it**<br>soon | AO |\n|  | Call \\| write | BE |\n",
  );
});

test("A table that only arranges the page is taken apart; one without headings gets an empty heading", async () => {
  expect(await textOf("<table><tr><td><h2>Item</h2><p>Words<td>Beside</table>")).toBe(
    "## Item\n\nWords\n\nBeside\n",
  );
  expect(await textOf("<table><tr><td>1.<td>Paint<tr><td>2.<td>Call</table>")).toBe(
    "|   |   |\n| --- | --- |\n| 1. | Paint |\n| 2. | Call |\n",
  );
});

test("Navigation, banners, scripts and hidden text stay out of the note; their words are listed", async () => {
  const { text, dropped, remarks } = await importHtml(
    bytesOf(
      "<body><nav><a href=/>Home</a></nav><div class=cookie-banner>We use cookies</div><script>alert('x')</script><h1>Minutes</h1><p>Agreed. <span style='display:none'>not seen</span><!-- nor this --></p><p>One more line of words here.</p><img src=x alt='A plan'><footer>Contact us</footer>",
    ),
  );
  expect(text).toBe("# Minutes\n\nAgreed.\n\nOne more line of words here.\n");
  expect(dropped.map((line) => line.text)).toEqual([
    "Home",
    "We use cookies",
    "Contact us",
    "not seen",
    "A plan",
  ]);
  expect(remarks).toEqual([
    "2 words of hidden text were left out.",
    "A picture was left out. If it shows words, type them in.",
  ]);
});

test("The main part of a page is the document", async () => {
  const { text, dropped } = await importHtml(
    bytesOf("<header>Town site</header><div><main><h1>Minutes</h1></main><p>More</p></div>"),
  );
  expect(text).toBe("# Minutes\n");
  expect(dropped.map((line) => line.text)).toEqual(["Town site", "More"]);
});

test("A title that stands above the main part of a page is kept, with what stands beside it", async () => {
  const { text, dropped } = await importHtml(
    bytesOf(
      "<a>Skip</a><header><nav>Home</nav><h1>Minutes</h1><p>14 May 2026</header><main><h2>Welcome</h2></main>",
    ),
  );
  expect(text).toBe("# Minutes\n\n14 May 2026\n\n## Welcome\n");
  expect(dropped.map((line) => line.text)).toEqual(["Home", "Skip"]);
});

test("Definitions, links, typed signs and entities keep their words", async () => {
  expect(await textOf("<dl><dt>Present<dd>Ann<dd>Bob</dl>")).toBe("**Present**\n\nAnn\n\nBob\n");
  expect(await textOf("<p>See <a href='https://x.example/a b'>the paper</a>&nbsp;&amp; 2 * 3 &lt; 7")).toBe(
    "See [the paper](https://x.example/a%20b) & 2 \\* 3 \\< 7\n",
  );
  expect(await textOf("<p># no heading<p>--- <p>2020. A year<p>&bull; typed")).toBe(
    "\\# no heading\n\n\\---\n\n2020\\. A year\n\n- typed\n",
  );
});

test("A page nested hundreds deep, or in no proportion, is refused", async () => {
  await expect(importHtml(bytesOf("<div>".repeat(100_000)))).rejects.toThrow(/within one another/);
  await expect(importHtml(bytesOf("<b><p>".repeat(5000)))).rejects.toThrow(/within one another/);
});

test("A page is read in the encoding that it names, or is", async () => {
  const western = Buffer.from('<meta charset="iso-8859-1"><p>Caf\u00e9', "latin1");
  const { text, remarks } = await importHtml(new Uint8Array(western));
  expect([text, remarks]).toEqual(["Caf\u00e9\n", []]);
});
