import words from "./words.json" with { type: "json" };

/** What kinds of words the lists in `words.json` hold. */
export type WordList = keyof typeof words;

/** Lower case, with one space for whatever parts words: how texts and lists are compared. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();

const patternOf = (entry: string): string =>
  entry
    .split(" ")
    .map((word) => (word === "*" ? "\\S+" : word.replace(/\*$/, "\\S*")))
    .join(" ");

const patterns = Object.fromEntries(
  Object.entries(words).map(([name, entries]) => [
    name,
    new RegExp(`(?:^| )(?:${entries.map(patternOf).join("|")})(?= |$)`),
  ]),
) as Record<WordList, RegExp>;

/** Whether a text, as `plain` gives it, holds a word or a turn of phrase of a list. */
export const says = (list: WordList, plainText: string): boolean => patterns[list].test(plainText);

const starts = Object.fromEntries(
  Object.entries(words).map(([name, entries]) => [name, new RegExp(`^(?:${entries.map(patternOf).join("|")})(?= |$)`)]),
) as Record<WordList, RegExp>;

/** Whether a text, as `plain` gives it, begins with an entry of a list. */
export const begins = (list: WordList, plainText: string): boolean => starts[list].test(plainText);
