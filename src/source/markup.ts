const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Plain words as they stand in HTML and XML, between tags or in quotes. */
export function escapeMarkup(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
