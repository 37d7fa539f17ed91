import { expect, test } from "vitest";
import { evaluationText } from "../../evaluation/text";
import { evaluationOf, lineOf, meetingOf } from "./tiny-meetings";

const meeting = meetingOf([lineOf("SL3+", "SL3+0.9"), lineOf("RD1+", "TP1+"), lineOf("", "nothing")]);
const figure = { value: 0.88, low: 0.86, high: 0.9 };
const agreement = { meetings: 2, lines: 9, firstLabels: 5, secondLabels: 6, f1: figure, stanceAccuracy: figure };

test("the text names reader, set and every figure", async () => {
  const text = evaluationText(await evaluationOf([meeting, meeting]));
  expect(text).toContain("fake on tiny set\n");
  expect(text).toContain("2 meetings, 6 lines, 4 labels, 4 tags");
  expect(text).toMatch(/F1 \(micro\) +0\.500 +0\.500–0\.500\n/);
  expect(text).toMatch(/ SL3 +1\.000 +1\.000 +1\.000 +1\.000–1\.000 +2 +2\n/);
  expect(text).toMatch(/RD1 → TP1 +2\n/);
  expect(text).not.toMatch(/NaN|undefined| \n/);
});

test("the text tells of meetings of other people and of how far coders agree", async () => {
  const other = meetingOf([lineOf("", "CT1+"), lineOf("", "nothing")], { set: "other" });
  const text = evaluationText({
    ...(await evaluationOf([other])),
    agreement: { ...agreement, unknown: ["x.gold.tsv"] },
  });
  expect(text).toContain("false alarms 0.500 (–): 1 of 2 lines");
  expect(text).toContain("F1 0.880 (0.860–0.900)");
  expect(text).toContain("not in the corpus: x.gold.tsv");
});
