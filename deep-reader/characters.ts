/** What word pieces make of a character: nothing, the end of a word, a word of its own (punctuation, an ideograph), or a letter. */
export type Role = "gone" | "space" | "alone" | "letter";

const SPACE = /^\s$/u;
const UNPRINTED = /^[\p{Cc}\p{Cf}\p{Co}]$/u;
const MARKS = /\p{Mn}/gu;
const PUNCTUATION = /^\p{P}$/u;
/** From, to: the blocks that the encoder's makers call Chinese, with their slip in the seventh. */
const IDEOGRAPHS: readonly (readonly [from: number, to: number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b920, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
];

/** The plain small letters of one character ("É" gives "e"), or "" where nothing is left of it. */
export function plainLetters(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : character;
  let plain = "";
  for (const part of character.normalize("NFD").replace(MARKS, "")) plain += part.toLowerCase();
  return plain;
}

/** What to do with a character as it stands in the text. */
export function roleOf(character: string): Role {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) {
    if (code === 9 || code === 10 || code === 13 || code === 32) return "space";
    if (code < 32 || code === 0x7f) return "gone";
    const isLetter = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    return isLetter ? "letter" : "alone";
  }
  if (code === 0xfffd || UNPRINTED.test(character)) return "gone";
  if (SPACE.test(character)) return "space";
  return PUNCTUATION.test(character) || isIdeograph(code) ? "alone" : "letter";
}

const isIdeograph = (code: number): boolean =>
  code >= 0x3400 && IDEOGRAPHS.some(([from, to]) => code >= from && code <= to);
