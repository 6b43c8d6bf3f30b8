/** The longest word that a note of this board has. */
export const LONG_WORD = "unaccountable".repeat(7).slice(0, 90);

const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(7);
const NO_CHARACTER = String.fromCharCode(0xfffe);

/** What a note may hold that a printer of documents could stumble over, each with what is left to be read of it. */
export const HOSTILE: readonly (readonly [words: string, shown: string])[] = [
  ['=HYPERLINK("https://evil.example","click")', '=HYPERLINK("https://evil.example","click")'],
  ["+44 20 7946 0000 rings", "+44 20 7946 0000 rings"],
  ["@SUM(A1) is a formula", "@SUM(A1) is a formula"],
  ["Ask 👩‍👩‍👧 and 🇬🇧 about ☐ boxes", "Ask 👩‍👩‍👧 and 🇬🇧 about ☐ boxes"],
  ["Write مرحبا بالعالم on the door", "Write مرحبا بالعالم on the door"],
  [`Spell ${LONG_WORD} out`, `Spell ${LONG_WORD} out`],
  ["Mind <script>alert(1)</script> here", "Mind alert(1) here"],
  ["Keep `---js` as code", "Keep ---js as code"],
  [`Hear ${ESCAPE}[31mred${BELL} bells`, "Hear ␛[31mred␇ bells"],
  [`See ${NO_CHARACTER} no character`, "See \ufffd no character"],
  ["Keep x_x000D_x as it is", "Keep x_x000D_x as it is"],
  ["Mind a ; b, c \\\\ d and ]]> too", "Mind a ; b, c \\ d and ]]> too"],
];

/** How many actions the note raises. */
export const MANY = 200;

/** A board whose one note has all of that as its actions, and two hundred of them. */
export function hostileNotes(): Record<string, string> {
  const texts = Array.from({ length: MANY }, (_, i) => HOSTILE[i]?.[0] ?? `Paint post ${i + 1} of the pier`);
  const actions = texts.map((text, i) => `Action ${i + 1} (HMO; by 27 February 2026): ${text}`);
  return {
    "board.yaml": "name: Harbour Lights Board\nsecretariat: HMO\n",
    "2026-01-20.md": `---\ndate: 2026-01-20\npresent: [HMO]\n---\n\n## 1. Lamps\n\n${actions.join("\n\n")}\n`,
  };
}
