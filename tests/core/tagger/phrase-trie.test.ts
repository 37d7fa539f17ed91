import { expect, test } from "vitest";
import { PhraseTrie } from "../../../core/tagger/phrase-trie";
import { createScanner } from "../../../core/tagger/words";

test.each(["korero", "kōrero", "Kōrero"])("%s means what each of its spellings means", (text) => {
  const phrases = new PhraseTrie({
    talk: { means: "talk", words: ["kōrero"] },
    language: { means: "a language", words: ["korero", "te reo"] },
  });
  const { count, class: found } = phrases.find(createScanner(phrases.trie)(text), text);
  expect(Array.from(found.subarray(0, count), (at) => phrases.classes[at])).toEqual(
    expect.arrayContaining(["talk", "language"]),
  );
});
