import { expect, test } from "vitest";
import { lessonSentence, plcRubric } from "../../../core/index";

test.each([
  [
    { indicator: "SL3", space: "word", name: "zebra", weight: 2, decisions: 16 } as const,
    "The word “zebra” speaks for SL3 Looking at student work here, from 16 decisions.",
  ],
  [
    { indicator: "SB1", space: "class", name: "norms-name", weight: -1, decisions: 1 } as const,
    "What means “the team's own rules for working together, by name” speaks against SB1 Group norms here, from 1 decision.",
  ],
  [
    { indicator: "SL3", space: "word", name: "zebra", weight: 2, decisions: 9, stance: "planned" } as const,
    "The word “zebra” speaks for SL3 Looking at student work as planned here, from 9 decisions.",
  ],
  [
    { indicator: "ZZ9", space: "class", name: "gone", weight: 1, decisions: 2 } as const,
    "What means “gone” speaks for ZZ9 here, from 2 decisions.",
  ],
])("%j reads as a sentence", (lesson, sentence) => {
  expect(lessonSentence(plcRubric, lesson)).toBe(sentence);
});
