const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Plain words as they may stand in HTML, between tags or in quotes. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
