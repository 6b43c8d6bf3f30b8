/**
 * What no reader sees and many an application obeys or refuses: C0 (line feed and tab aside), DEL, C1, the characters
 * that reorder what stands around them, halves of characters, and the two code points that are none.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** A text with every control character replaced by a visible sign: `␛` for an escape, else `�`. */
export function makeVisible(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(UNSEEN, signOf);
}

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}
