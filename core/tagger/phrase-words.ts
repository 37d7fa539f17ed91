import { codeOf, PARTS } from "./characters";

/** Stands in a phrase for any number. */
export const NUMBER_WORD = "#";

/** The words of a phrase as the scanner would part them, lower-cased; endings `*` and `#` kept. */
export function phraseWords(phrase: string): string[] {
  const words: string[] = [];
  let word = "";
  for (let at = 0; at < phrase.length; at++) {
    const character = phrase[at] as string;
    if (character === "#" && !word) words.push(NUMBER_WORD);
    else if (character === "*" && word) {
      words.push(`${word}*`);
      word = "";
    } else if (codeOf(phrase.charCodeAt(at)) === PARTS) {
      if (word) words.push(word);
      word = "";
    } else word += character.toLowerCase();
  }
  if (word) words.push(word);
  return words;
}
