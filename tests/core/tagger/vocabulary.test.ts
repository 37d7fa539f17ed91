import { expect, test } from "vitest";
import { builtInVocabulary } from "../../../core/tagger/vocabulary";

/** Words about words, and notes to ourselves: a teacher reads what a class means in “It says “we”: …”. */
const NOT_FOR_TEACHERS =
  /\(trap\)|singular|plural|persons|\b(?:noun|verb|tense|clause|condition|consequence|possibility|mutual)\b|at the head of| sense$|plain not/;

test.each(Object.entries(builtInVocabulary).map(([name, { means }]) => [name, means]))(
  "%s says what it means in the words of a staff room",
  (_, means) => {
    expect(means).not.toMatch(NOT_FOR_TEACHERS);
    // It stands in the middle of a sentence, or at its end.
    expect(means).toMatch(/^\S.*[^.\s]$/);
  },
);
