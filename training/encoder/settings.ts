/** Chooses `deep-reader/settings.json` on the meetings of `tests/corpus/tune`. Run by `node training/run.mjs deep`. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEncoderOf } from "../../cli/deep/open-deep-reader";
import { createTagger, plcRubric } from "../../core/index";
import { compactView } from "../../deep-reader/compact-view";
import { encoderInput, linePieces } from "../../deep-reader/encoder-input";
import { placeOf } from "../../deep-reader/place-of";
import type { DeepSettings } from "../../deep-reader/settings";
import { createCutter } from "../../deep-reader/word-pieces";
import { listGold, notesOf } from "../gold";
import { compactWithout } from "./compact-without";
import { chooseDeepTiers, type Weighed } from "./deep-tiers";
import { fitLogistic } from "./logistic";

const root = process.cwd();
const folder = join(root, "deep-reader");
const labels = plcRubric.indicators.map(({ code }) => code);
const encoder = await openEncoderOf(folder);
const cut = createCutter(readFileSync(join(folder, "vocabulary.txt"), "utf8"));
// The compact reader that is shipped learned from these meetings; here one must speak that never saw them.
const compactly = compactView(plcRubric, labels, compactWithout(root, "tune"));
const tagger = createTagger(plcRubric);

const weighed: Weighed[] = [];
let lines = 0;
for (const meeting of listGold(join(root, "tests/corpus/tune"))) {
  const tagged = tagger.tag(notesOf(meeting));
  for (const [at, { labels: given }] of meeting.lines.entries()) {
    const line = lines++;
    const place = placeOf(tagged, at);
    const pieces = place && linePieces(cut, place.text);
    const reading = place && pieces?.ids.length ? await encoder.read(encoderInput(cut, pieces, place)) : undefined;
    const odds = place && reading ? compactly(place).odds : undefined;
    labels.forEach((code, label) => {
      const right = given.has(code);
      // A line that is never read misses what people gave it.
      if (!reading || !odds) {
        if (right) weighed.push({ line, right });
      } else weighed.push({ line, right, shows: [reading.scores[label] as number, odds[label] as number, 1] });
    });
  }
}
await encoder.close();

const read = weighed.flatMap(({ right, shows }) => (shows ? [{ right, shows }] : []));
const [ofEncoder = 0, ofCompact = 0, bias = 0] = fitLogistic(
  read.map(({ shows }) => shows),
  read.map(({ right }) => right),
).map((weight) => Math.round(weight * 1000) / 1000);
const settings: DeepSettings = {
  encoder: createHash("sha256")
    .update(readFileSync(join(folder, "encoder.onnx")))
    .digest("hex"),
  labels,
  weights: { encoder: ofEncoder, compact: ofCompact, bias },
  tiers: chooseDeepTiers(weighed, [ofEncoder, ofCompact, bias]),
};
writeFileSync(join(folder, "settings.json"), `${JSON.stringify(settings, null, 1)}\n`);
console.log(`${lines} lines; ${JSON.stringify({ weights: settings.weights, tiers: settings.tiers })}`);
