import { HELD, type Rule } from "../rule.ts";

export const noPersonalIdentifier: Rule = {
  id: "no-personal-identifier",
  severity: "error",
  conserves: false,
  on: HELD,
  summary:
    "No e-mail address, telephone, prison, PNC or National Insurance number of anybody stands in a note.",
  why: "A note is published, and what is published once cannot be called back. (The address of an office, such as `enquiries@…`, is nobody's.)",
  source: "Freedom of Information Act 2000, section 40; UK GDPR, article 5(1)(c)",
  good: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Questions go to enquiries@example.org.
`,
    },
  },
  bad: {
    files: {
      "2020-01-21.md": `---
date: 2020-01-21
present: [MOPAC]
---

## 1. Performance

Questions go to [|ann.other@example.org|] or [|020 7946 0123|].
`,
    },
  },
  *check(_note, { prose }) {
    const { text } = prose;
    const sought = ANY_NUMBER.test(text) ? [...CONTACTS, ...NUMBERS] : CONTACTS;
    for (const [name, pattern, isPublic] of sought) {
      // An address is looked for from its sign on, as every word may begin one.
      if (pattern.source.includes("@") && !text.includes("@")) continue;
      for (const match of text.matchAll(pattern)) {
        if (isPublic?.(match[0])) continue;
        yield {
          span: { start: match.index, end: match.index + match[0].length },
          message: `This is ${name}.`,
          advice: "Leave it out, and name the body instead.",
        };
      }
    }
  },
};

/** What each looks like, and when it is nobody's own. */
type Identifier = readonly [name: string, pattern: RegExp, isPublic?: (found: string) => boolean];

const CONTACTS: readonly Identifier[] = [
  ["somebody's e-mail address", /(?<![\w.+/-])[\w.+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+/g, isOffice],
  [
    "a telephone number",
    /(?<![\w.+£$/-])(?:\+44|\(?0)(?:\(0\)|[\s()-]{0,2}\d){9,11}(?![\w/])/g,
    isNoTelephone,
  ],
];

const NUMBERS: readonly Identifier[] = [
  ["a prison number", /\b[A-Z]\d{4}[A-Z]{2}\b/g],
  ["a PNC number", /(?<![\w/-])(?:19|20)?\d{2}\/\d{4,7}[A-HJ-NP-RT-Z]\b/g],
  ["a National Insurance number", /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g],
];

/** The three at one look, which takes half as long: nearly every note has none. */
const ANY_NUMBER = new RegExp(NUMBERS.map(([, { source }]) => source).join("|"));

function isOffice(address: string): boolean {
  const [mailbox] = address.split("@");
  return /(?:^|[._-])(?:info|enquir\w*|inquir\w*|contact\w*|secretariat|press|media|foi|office|team|admin|board|committee|hello|help\w*|consult\w*|feedback|support|no-?reply|communications?|governance|meetings?|minutes|clerk)(?:$|[._-])/i.test(
    mailbox!,
  );
}

function isNoTelephone(found: string): boolean {
  const digits = found.replace(/\(0\)|\D/g, "").replace(/^44/, "0");
  return digits.length < 10 || digits.length > 11 || /^0{2}/.test(digits);
}
