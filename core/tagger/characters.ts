import accents from "./accents.json" with { type: "json" };

/** What a UTF-16 code unit is to the scanner: 0 parts words; 1–37 can be in the vocabulary; 38 is any other letter. */
export const PARTS = 0;
export const APOSTROPHE = 37;
export const OTHER_LETTER = 38;
/** Number of codes a vocabulary trie branches on. */
export const ALPHABET = 39;

const BASIC = 0x250;
/** Codes of the units below 0x250. */
export const CODES = new Uint8Array(BASIC);

for (let unit = 0xc0; unit < BASIC; unit++) CODES[unit] = OTHER_LETTER;
CODES[0xd7] = PARTS;
CODES[0xf7] = PARTS;
CODES[0xaa] = OTHER_LETTER;
CODES[0xb5] = OTHER_LETTER;
CODES[0xba] = OTHER_LETTER;
for (let letter = 0; letter < 26; letter++) {
  CODES[65 + letter] = letter + 1;
  CODES[97 + letter] = letter + 1;
}
for (let digit = 0; digit < 10; digit++) CODES[48 + digit] = 27 + digit;
CODES[39] = APOSTROPHE;
// Accented Latin letters are read as their plain form, so that "résumé" and "resume" are one word.
for (const [plain, accented] of Object.entries(accents)) {
  for (let at = 0; at < accented.length; at++) CODES[accented.charCodeAt(at)] = plain.charCodeAt(0) - 96;
}

/** The scanner's code of a UTF-16 unit. The same in every engine: no locale, no Unicode tables of the host. */
export function codeOf(unit: number): number {
  if (unit < BASIC) return CODES[unit] as number;
  if (unit === 0x2019 || unit === 0x2bc) return APOSTROPHE;
  if (unit >= 0x2000 && unit <= 0x2bff) return unit === 0x200c || unit === 0x200d ? OTHER_LETTER : PARTS;
  if (unit >= 0x3000 && unit <= 0x303f) return PARTS;
  if (unit >= 0xff00 && unit <= 0xff0f) return PARTS;
  return OTHER_LETTER;
}

export const isDigit = (code: number): boolean => code >= 27 && code <= 36;
