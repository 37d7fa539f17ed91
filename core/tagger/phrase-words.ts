import { codeOf, PARTS } from "./characters";

/** Stands in a phrase for any number. */
export const NUMBER_WORD = "#";
const [SPACE, HASH, STAR] = [32, 35, 42];

/** The words of a phrase as the scanner would part them, lower-cased; endings `*` and `#` kept. */
export function phraseWords(phrase: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (let at = 0; at <= phrase.length; at++) {
    // Nothing stands behind the last word.
    const unit = at < phrase.length ? phrase.charCodeAt(at) : SPACE;
    if (codeOf(unit) !== PARTS) continue;
    if (at > from) words.push(phrase.slice(from, unit === STAR ? at + 1 : at).toLowerCase());
    else if (unit === HASH) words.push(NUMBER_WORD);
    from = at + 1;
  }
  return words;
}
