import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTagger, plcRubric } from "../../../core/index";
import { calibrationOf } from "../../../evaluation/calibration";
import { countsOf, sumOf } from "../../../evaluation/counts";
import { scoresOf } from "../../../evaluation/scores";
import { tierResults } from "../../../evaluation/tiers";
import { judge } from "../../../evaluation/verdicts";
import { listGold, notesOf } from "../../../training/gold";

const own = join(import.meta.dirname, "../../corpus/test");
const dev = join(import.meta.dirname, "../../../../shared/corpus/dev");
const negatives = join(import.meta.dirname, "../../../../shared/corpus/negatives");
const tagger = createTagger(plcRubric);

/** How the tags of some labelled meetings compare with what people gave. */
function qualityOn(folder: string) {
  const meetings = listGold(folder).map((meeting) => judge(meeting, tagger.tag(notesOf(meeting)).tags));
  const scores = scoresOf(sumOf(meetings.map(({ lines }) => countsOf(lines))));
  const found = tierResults(meetings).find(({ tier }) => tier === "found")?.precision;
  return { ...scores, found, calibration: calibrationOf(meetings).error };
}

// Half an interval of 95 % below what was measured: less is more than noise.
test("on the corpus's own test meetings, which nothing learned from, quality holds", () => {
  const { f1, macroF1, stanceAccuracy, falseAlarms, found, calibration } = qualityOn(own);
  expect(f1).toBeGreaterThan(0.49);
  expect(macroF1).toBeGreaterThan(0.47);
  expect(stanceAccuracy).toBeGreaterThan(0.84);
  expect(falseAlarms).toBeLessThan(0.08);
  expect(found).toBeGreaterThan(0.81);
  expect(calibration).toBeLessThan(0.05);
});

test.skipIf(!existsSync(dev))("on other labelled meetings quality holds too (needs the shared corpus)", () => {
  const { f1, stanceAccuracy, falseAlarms } = qualityOn(dev);
  expect(f1).toBeGreaterThan(0.57);
  expect(stanceAccuracy).toBeGreaterThan(0.81);
  expect(falseAlarms).toBeLessThan(0.09);
});

/** Share of the lines of other people's meetings that are tagged. */
function alarmsOn(folder: string): number {
  const tags = listGold(folder).flatMap((meeting) => tagger.tag(notesOf(meeting)).tags);
  expect(tags.length).toBeGreaterThan(500);
  return tags.filter(({ length }) => length).length / tags.length;
}

test("other people who look at figures, agree and try things out are mostly left alone", () => {
  expect(alarmsOn(join(import.meta.dirname, "../../corpus/other"))).toBeLessThan(0.1);
});

test.skipIf(!existsSync(negatives))("meetings of other people are left alone (needs the shared corpus)", () => {
  expect(alarmsOn(negatives)).toBeLessThan(0.04);
});
