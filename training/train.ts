/** Learns `core/tagger/model.json` from the labelled meetings of `tests/corpus/train`. Run by `npm run train`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelFile } from "../core/tagger/model";
import { builtInVocabulary } from "../core/tagger/vocabulary";
import { calibrate, chooseTiers } from "./calibration";
import { datasetOf } from "./dataset";
import { listGold } from "./gold";
import { linearFile } from "./linear-file";
import { fitLogistic, type Logistic, scoreRow } from "./logistic";
import { learnStance } from "./stance";

const OPTIONS = { epochs: 16, rate: 0.1, l1: 7, l2: 1 };
/** Meetings are dealt into so many folds; each is scored by a model that never saw it. */
const FOLDS = 5;

const root = process.cwd();
const meetings = listGold(join(root, "tests/corpus/train"));
const data = datasetOf(meetings, builtInVocabulary);
const { examples, rows } = data;
const codes = [...new Set(meetings.flatMap(({ lines }) => lines.flatMap(({ labels }) => [...labels.keys()])))].sort();
const foldOf = (meeting: number) => (meeting * 7) % FOLDS;
const where = (keep: (at: number) => boolean) => Int32Array.from(examples.keys()).filter(keep);
const everything = where(() => true);
const isOther = (at: number) => meetings[examples[at]?.meeting ?? 0]?.facts.set === "other";
/** Lines of whole meetings, of teachers or of others; those of contrast sets are learned from but judge nothing. */
const inMeeting = (at: number) => Boolean(examples[at]?.natural) || isOther(at);
const natural = where((at) => examples[at]?.natural ?? false);

console.log(
  `${meetings.length} files, ${examples.length} lines (${natural.length} of meetings), ${data.names.length} features`,
);
const fits: Logistic[] = [];
const unseen: Float64Array[] = [];
for (const code of codes) {
  const positive = Uint8Array.from(examples, ({ labels }) => (labels.has(code) ? 1 : 0));
  const scores = new Float64Array(examples.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = (at: number) => inMeeting(at) && foldOf(examples[at]?.meeting ?? 0) === fold;
    const fit = fitLogistic(
      rows,
      where((at) => !held(at)),
      positive,
      OPTIONS,
    );
    for (const at of where(held)) scores[at] = scoreRow(rows, at, fit);
  }
  unseen.push(scores);
  fits.push(fitLogistic(rows, everything, positive, OPTIONS));
}

const judge = (lines: Int32Array) =>
  [...lines].flatMap((at) =>
    codes.map((code, label) => ({
      line: at,
      score: unseen[label]?.[at] ?? 0,
      right: examples[at]?.labels.has(code) ?? false,
    })),
  );
const judged = judge(natural);
const calibration = calibrate(judged);
const tiers = chooseTiers(judged, judge(where(isOther)), calibration);
const tags = linearFile(codes, fits, data.names);
const { stance, accuracy } = learnStance(data, tags, codes, FOLDS);
const model: ModelFile = { version: "1", tags, stance, calibration, tiers };
writeFileSync(join(root, "core/tagger/model.json"), `${JSON.stringify(model, null, 1)}\n`);
console.log(`stance ${accuracy.toFixed(3)} on unseen meetings; tiers ${JSON.stringify(tiers)}`);
