import { quoted } from "./faults";
import { LIMITS } from "./limits";

const SIGNS = /[\\^$.|?+()[\]{}]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;
const STAR_ELSEWHERE = /(?<![\p{L}\p{M}\p{N}]{3})\*|\*(?=[^\s])/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Says what keeps a team's phrase from being used, or `undefined` where it is fine. A phrase is plain words; a star at
 * the end of a word stands for any ending. It is never read as a regular expression.
 */
export function phraseFault(phrase: string): { problem: string; remedy: string } | undefined {
  const sign = SIGNS.exec(phrase)?.[0];
  if (sign) {
    return {
      problem: `${quoted(phrase)} holds the sign ${sign}, and phrases are plain words.`,
      remedy: "Leave the sign out. For several endings of a word, end it with a star: reteach* finds reteaching too.",
    };
  }
  if (HIDDEN.test(phrase)) {
    return { problem: `${quoted(phrase)} holds a character that cannot be seen.`, remedy: "Type the phrase afresh." };
  }
  if (STAR_ELSEWHERE.test(phrase)) {
    return {
      problem: `A star stands where it cannot be used in ${quoted(phrase)}.`,
      remedy: "Put the star right after at least three letters, at the end of a word, as in reteach*.",
    };
  }
  if (!WORD.test(phrase)) {
    return { problem: `${quoted(phrase)} has no word in it.`, remedy: "Write a word or two, or remove it." };
  }
  return undefined;
}

/** Says that the phrases of a whole rubric hold more than the tagger has room for, or `undefined` where they fit. */
export function phrasesFault(phrases: readonly string[]): { problem: string; remedy: string } | undefined {
  const words = new Set(phrases.flatMap((phrase) => phrase.toLowerCase().split(/\s/)));
  const { length } = [...words].join("");
  if (length <= LIMITS.phraseLetters) return undefined;
  return {
    problem: `The different words of all phrases have ${length} characters together; there is room for ${LIMITS.phraseLetters}.`,
    remedy: "Keep the phrases that your team uses most.",
  };
}
