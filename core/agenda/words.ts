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

const sourceOf = (entries: readonly string[]): string =>
  entries
    .map((entry) =>
      entry
        .split(" ")
        .map((word) => (word === "*" ? "\\S+" : word === "$" ? "$" : word.replace(/\*$/, "\\S*")))
        .join(" ")
        .replace(" $", "$"),
    )
    .join("|");

/**
 * Finds any of some words and turns of phrase in a text as `plain` gives it; `*` stands for the rest of a word, or for
 * a word, and `$` for the end.
 */
export const patternOf = (entries: readonly string[]): RegExp => new RegExp(`(?:^| )(?:${sourceOf(entries)})(?= |$)`);

const compiled = (before: string, after: string) =>
  new Map(
    Object.entries(words).map(([name, entries]) => [name, new RegExp(`${before}(?:${sourceOf(entries)})${after}`)]),
  );
const inside = compiled("(?:^| )", "(?= |$)");
const starts = compiled("^", "(?= |$)");
const wholes = compiled("^", "$");

/** Whether a text, as `plain` gives it, holds a word or a turn of phrase of a list. */
export const says = (list: WordList, plainText: string): boolean => inside.get(list)?.test(plainText) === true;

/** Whether a text, as `plain` gives it, begins with an entry of a list. */
export const begins = (list: WordList, plainText: string): boolean => starts.get(list)?.test(plainText) === true;

/** Whether a text, as `plain` gives it, is an entry of a list and nothing else. */
export const is = (list: WordList, plainText: string): boolean => wholes.get(list)?.test(plainText) === true;
