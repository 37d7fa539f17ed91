import { expect, test } from "vitest";
import { phraseFault } from "../../../core/rubric/rubric";

test.each([
  "exit slip*",
  "re-teach*",
  "glows & grows",
  "kid talk",
  "fist-to-five",
  "l'évaluation*",
  "warm/cool feedback",
  "T2",
])("%j is a phrase", (phrase) => {
  expect(phraseFault(phrase)).toBeUndefined();
});

test.each(["(a|b)", "exit.*", "^norms", "norms$", "colou?r", "a+", "[abc]", "x{2}", "\\bnorm\\b"])(
  "%j is refused kindly: phrases are plain words",
  (phrase) => {
    expect(phraseFault(phrase)?.problem).toContain("phrases are plain words");
    expect(phraseFault(phrase)?.remedy).toContain("reteach*");
  },
);

test.each(["*", "re*teach", "*teach", "in*", "exit *", "teach**"])("the star in %j is refused", (phrase) => {
  expect(phraseFault(phrase)?.problem).toContain("star stands where it cannot be used");
});

test.each(["", "--", "&"])("%j has no word in it", (phrase) => {
  expect(phraseFault(phrase)?.problem).toContain("has no word in it");
});

test.each(["exit\u200bslip", "exit\nslip", "\u202eexit"])("%j hides a character", (phrase) => {
  expect(phraseFault(phrase)?.problem).toContain("cannot be seen");
});
