import { explain, meaningsByFeature } from "../core/tagger/explain";
import { Linear, type LinearFile, lengthScale } from "../core/tagger/linear";
import type { ModelFile } from "../core/tagger/model";
import type { Stance } from "../core/tagger/tag";
import { createScanner } from "../core/tagger/words";
import type { Dataset } from "./dataset";
import { linearFile } from "./linear-file";
import { fitLogistic, scoreRow } from "./logistic";

const STANCES: readonly Stance[] = ["evidenced", "planned", "contrary"];
const OPTIONS = { epochs: 20, rate: 0.1, l1: 1.5, l2: 1 };
/** A feature must stand on so many labelled lines. */
const LEAST = 4;

/** Learns how lines speak of a practice, from the stances that people gave. */
export function learnStance(
  data: Dataset,
  tags: LinearFile,
  codes: readonly string[],
  folds: number,
): { stance: ModelFile["stance"]; accuracy: number } {
  const { examples, phrases, table } = data;
  const tagger = new Linear(tags, table);
  const meanings = meaningsByFeature(table.names, {});
  const scan = createScanner(phrases.trie);
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const counts: number[] = [];
  const rows: { example: number; stance: Stance; features: number[]; words: number }[] = [];
  const numberOf = (feature: string) => {
    let number = numbers.get(feature);
    if (number === undefined) {
      number = names.push(feature) - 1;
      numbers.set(feature, number);
      counts.push(0);
    }
    return number;
  };
  examples.forEach(({ text, place, labels }, example) => {
    if (labels.size === 0) return;
    for (const [code, stance] of labels) {
      const words = scan(text);
      const hits = phrases.find(words, text);
      const shown = table.of(words, hits, place);
      tagger.score(shown, words.count);
      const { from, to } = explain(tagger.reasons(shown, codes.indexOf(code)), meanings, words, text, undefined);
      table.ofClause(words, hits, from, to);
      const row = new Set<number>([numberOf(`code ${code}`)]);
      for (const feature of shown.feature.subarray(0, shown.count)) {
        const name = table.names[feature] as string;
        // Pairs of classes are too many for what the few labelled lines can teach.
        if (!name.startsWith("near ")) row.add(numberOf(name));
      }
      for (const feature of row) counts[feature] = (counts[feature] as number) + 1;
      rows.push({ example, stance, features: [...row], words: words.count });
    }
  });
  const starts = [0];
  const indices: number[] = [];
  for (const row of rows) {
    for (const feature of row.features) if ((counts[feature] as number) >= LEAST) indices.push(feature);
    starts.push(indices.length);
  }
  const sparse = {
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    scale: Float64Array.from(rows, ({ words }) => lengthScale(words)),
    features: names.length,
    price: new Float64Array(names.length).fill(1),
  };
  const all = Int32Array.from(rows.keys());
  const foldOf = (row: number) => {
    const example = examples[rows[row]?.example ?? 0];
    return example?.natural ? (example.meeting * 7) % folds : -1;
  };
  const positive = STANCES.map((stance) => Uint8Array.from(rows, (row) => (row.stance === stance ? 1 : 0)));
  let right = 0;
  let judged = 0;
  for (let fold = 0; fold < folds; fold++) {
    const fits = positive.map((y) =>
      fitLogistic(
        sparse,
        all.filter((row) => foldOf(row) !== fold),
        y,
        OPTIONS,
      ),
    );
    for (const row of all) {
      if (foldOf(row) !== fold) continue;
      const scores = fits.map((fit) => scoreRow(sparse, row, fit));
      judged++;
      if (STANCES[scores.indexOf(Math.max(...scores))] === rows[row]?.stance) right++;
    }
  }
  const fits = positive.map((y) => fitLogistic(sparse, all, y, OPTIONS));
  const file = linearFile(
    STANCES,
    fits,
    names.map((feature) => (feature.startsWith("code ") ? "" : feature)),
  );
  const byIndicator = Object.fromEntries(
    codes.map((code) => [
      code,
      STANCES.map(
        (stance, n) => `${stance} ${Math.round((fits[n]?.weights[numbers.get(`code ${code}`) ?? -1] ?? 0) * 10)}`,
      ).join(" "),
    ]),
  );
  return { stance: { ...file, byIndicator }, accuracy: right / judged };
}
