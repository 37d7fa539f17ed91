/** Learns `core/tagger/model.json` from the labelled meetings of `tests/corpus/train`. Run by `npm run train`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelFile } from "../core/tagger/model";
import { builtInVocabulary } from "../core/tagger/vocabulary";
import { calibrate, chooseTiers } from "./calibration";
import { datasetOf } from "./dataset";
import { fitNetwork, STANCE_COUNT } from "./fit-network";
import { listGold, teamOf } from "./gold";
import { asWritten, networkFile } from "./network-file";
import { NETWORK_OPTIONS } from "./network-options";
import { readRow } from "./read-row";

/** Teams are dealt into so many folds; each is scored by a model that never saw it. */
const FOLDS = 4;

const root = process.cwd();
const meetings = ["train", "tune"].flatMap((part) => listGold(join(root, "tests/corpus", part)));
const codes = [...new Set(meetings.flatMap(({ lines }) => lines.flatMap(({ labels }) => [...labels.keys()])))].sort();
const { examples, rows, names } = datasetOf(meetings, codes, builtInVocabulary);
/** Other people's meetings are each of a kind of its own. */
const groups = meetings.map(({ name, facts }) => (facts.set === "other" ? name : teamOf(name)));
const order = [...new Set(groups)];
const folds = groups.map((group) => order.indexOf(group) % FOLDS);
const foldOf = (meeting: number) => folds[meeting] as number;
const where = (keep: (at: number) => boolean) => Int32Array.from(examples.keys()).filter(keep);
const isOther = (at: number) => meetings[examples[at]?.meeting ?? 0]?.facts.set === "other";
/** Lines of whole meetings, of teachers or of others; those of contrast sets are learned from but judge nothing. */
const inMeeting = (at: number) => Boolean(examples[at]?.natural) || isOther(at);
const natural = where((at) => examples[at]?.natural ?? false);

console.log(
  `${meetings.length} files, ${examples.length} lines (${natural.length} of meetings), ${names.length} features`,
);
const unseen = new Float64Array(examples.length * codes.length);
const stance = { right: 0, judged: 0 };
for (let fold = 0; fold < FOLDS; fold++) {
  const held = (at: number) => inMeeting(at) && foldOf(examples[at]?.meeting ?? 0) === fold;
  const learned = where((at) => !held(at));
  const network = asWritten(fitNetwork(rows, learned, NETWORK_OPTIONS));
  for (const at of where(held)) {
    const { tags, stances } = readRow(rows, at, network);
    unseen.set(tags, at * codes.length);
    codes.forEach((_, label) => {
      const right = rows.stances[at * codes.length + label] as number;
      if (right < 0) return;
      const scores = stances.slice(label * STANCE_COUNT, (label + 1) * STANCE_COUNT);
      stance.judged++;
      if (scores.indexOf(Math.max(...scores)) === right) stance.right++;
    });
  }
  console.log(`fold ${fold + 1} of ${FOLDS}`);
}

const judge = (lines: Int32Array) =>
  [...lines].flatMap((at) =>
    codes.map((code, label) => ({
      line: at,
      score: unseen[at * codes.length + label] ?? 0,
      right: examples[at]?.labels.has(code) ?? false,
    })),
  );
const judged = judge(natural);
const calibration = calibrate(judged);
const tiers = chooseTiers(judged, judge(where(isOther)), calibration);
const network = networkFile(
  fitNetwork(
    rows,
    where(() => true),
    NETWORK_OPTIONS,
  ),
  codes,
  names,
);
const model: ModelFile = { version: "2", network, calibration, tiers };
writeFileSync(join(root, "core/tagger/model.json"), `${JSON.stringify(model, null, 1)}\n`);
console.log(`stance ${(stance.right / stance.judged).toFixed(3)} on unseen meetings; tiers ${JSON.stringify(tiers)}`);
