import { builtInVocabulary } from "../../core/tagger/vocabulary";
import commonWords from "./common-words.json" with { type: "json" };

/**
 * Writes initials for every word that may be a name: one with a capital that is no known word. It rather takes a word too
 * many for a name ("Lexia" becomes "L.") than one too few; a name that is also a common word ("Grace", "Will") can slip
 * through, so what must never be repeated needs "link only".
 */
export function initialsFor(text: string): string {
  return text.replace(/\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{Lu}?[\p{L}\p{M}]+)*/gu, (word) => {
    const plain = word.toLowerCase().replace(/[’']s$/, "");
    // Whole capitals are abbreviations: CFA, MTSS; so is a single letter.
    if (word === word.toUpperCase()) return word;
    if (knownWords().has(plain) || plain.split(/[-’']/).every((part) => knownWords().has(part))) return word;
    const tail = /[’']s$/.exec(word)?.[0] ?? "";
    return `${word.charAt(0)}.${tail}`;
  });
}

let known: ReadonlySet<string> | undefined;

/** The words that the tagger has a meaning for, and those that begin any sentence. */
function knownWords(): ReadonlySet<string> {
  known ??= new Set([
    // Capitalised without being a name: what sentences begin with, days, months, subjects, languages, places.
    ...Object.values(commonWords).flatMap((rows) => rows.flatMap((row) => row.split(" "))),
    ...Object.values(builtInVocabulary).flatMap(({ words }) =>
      words.flatMap((phrase) =>
        phrase
          .toLowerCase()
          .split(/[ -]/)
          .filter((word) => /^\p{Ll}+$/u.test(word)),
      ),
    ),
  ]);
  return known;
}
