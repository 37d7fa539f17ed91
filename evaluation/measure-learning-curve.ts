/**
 * `node evaluation/run.mjs curve`: how good the compact reader gets with more of the train meetings to learn from, measured on the
 * test meetings. The contrast sets and other people's meetings are learned from each time. Writes `evaluation/learning-curve.json`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTagger, plcRubric } from "../core/index";
import { compactFrom } from "../training/compact-from";
import { listGold, notesOf } from "../training/gold";
import { randomFrom, shuffled } from "../training/random";
import { evaluate } from "./evaluation";
import type { LearningCurve } from "./learning-curve";

/** Shares of the train meetings, 0–1. */
const SHARES = [0.1, 0.2, 0.4, 0.7, 1];

const root = process.cwd();
const train = listGold(join(root, "tests/corpus/train"));
const meetings = train.filter(({ facts }) => facts.set === undefined);
const rest = train.filter(({ facts }) => facts.set !== undefined);
const order = [...shuffled(meetings.length, randomFrom(1))].flatMap((at) => meetings[at] ?? []);
const test = { name: "tests/corpus/test", meetings: listGold(join(root, "tests/corpus/test")) };

const points: LearningCurve["points"] = [];
for (const share of SHARES) {
  const some = order.slice(0, Math.round(order.length * share));
  const tagger = createTagger(plcRubric, compactFrom([...some, ...rest]));
  const reader = {
    name: "compact",
    tag: async (meeting: (typeof train)[number]) => tagger.tag(notesOf(meeting)).tags,
  };
  const [result] = (await evaluate([reader], [test])).results;
  if (!result?.labelled) throw new Error("tests/corpus/test holds no labelled meetings.");
  const { f1, macroF1 } = result.labelled.scores;
  const point = {
    reader: "compact",
    meetings: some.length,
    lines: some.reduce((sum, { lines }) => sum + lines.length, 0),
    microF1: Math.round(f1.value * 1000) / 1000,
    macroF1: Math.round(macroF1.value * 1000) / 1000,
  };
  points.push(point);
  console.log(JSON.stringify(point));
}
writeFileSync(join(root, "evaluation/learning-curve.json"), `${JSON.stringify({ points }, null, 2)}\n`);
