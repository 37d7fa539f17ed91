/** The version of the rubric's file format that this code reads. */
export const FORMAT = 1;

/** What the code of an indicator looks like, in rubrics and in decisions. */
export const CODE = /^[A-Z]{1,4}[0-9]{1,3}$/;

/** The most that a rubric file may hold. Lengths are in UTF-16 units. */
export const LIMITS = {
  file: 400_000,
  dimensions: 20,
  indicators: 100,
  title: 80,
  text: 600,
  longText: 4000,
  line: 300,
  list: 20,
  phrases: 200,
  phrase: 80,
  /** Of the different words of all phrases together: the tagger has room for no more. */
  phraseLetters: 25_000,
  faults: 50,
} as const;
