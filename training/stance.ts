import { explain, meaningsByFeature } from "../core/tagger/explain";
import { Linear, type LinearFile, lengthScale } from "../core/tagger/linear";
import { STANCES, type StanceFile } from "../core/tagger/stance";
import type { Stance } from "../core/tagger/tag";
import { createScanner } from "../core/tagger/words";
import type { Dataset } from "./dataset";
import { linearFile } from "./linear-file";
import { fitLogistic, scoreRow } from "./logistic";

const OPTIONS = { epochs: 20, rate: 0.1, l1: 26, l2: 1 };
/** What may speak for one indicator otherwise than for the rest. */
const OWN = /^(?:class|last|fact) /;
/** How much more than others a feature must earn its place. */
const priceOf = (name: string): number => (name.startsWith("word ") ? 2 : 1);
/** Lines of real meetings count for more than single ones, which were written to be clear. */
const NATURAL = 2;
/** A feature must stand on so many labelled lines. */
const LEAST = 4;
const LEAST_TENTHS = 4;

/** Learns how lines speak of a practice, from the stances that people gave. */
export function learnStance(
  data: Dataset,
  tags: LinearFile,
  codes: readonly string[],
  folds: number,
): { stance: StanceFile; accuracy: number } {
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
      tagger.addUp(shown);
      const { from, to } = explain(tagger.reasons(shown, codes.indexOf(code)), meanings, words, text, undefined);
      table.ofClause(words, hits, from, to);
      const row = new Set<number>([numberOf(`own ${code}`)]);
      for (const feature of shown.feature.subarray(0, shown.count)) {
        const name = table.names[feature] as string;
        // Pairs of classes are too many for what the few labelled lines can teach.
        if (!name.startsWith("near ")) row.add(numberOf(name));
        if (OWN.test(name)) row.add(numberOf(`own ${code} ${name}`));
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
    price: Float64Array.from(names, priceOf),
  };
  const all = Int32Array.from(
    [...rows.keys()].flatMap((row) =>
      Array<number>(examples[rows[row]?.example ?? 0]?.natural ? NATURAL : 1).fill(row),
    ),
  );
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
    for (const row of rows.keys()) {
      if (foldOf(row) !== fold) continue;
      const scores = fits.map((fit) => scoreRow(sparse, row, fit));
      judged++;
      if (STANCES[scores.indexOf(Math.max(...scores))] === rows[row]?.stance) right++;
    }
  }
  const fits = positive.map((y) => fitLogistic(sparse, all, y, OPTIONS));
  const file = linearFile(STANCES, fits, names);
  const byIndicator = Object.fromEntries(codes.map((code): [string, Record<string, string>] => [code, {}]));
  names.forEach((name, feature) => {
    const [, code = "", own = ""] = /^own (\S+) ?(.*)$/.exec(name) ?? [];
    const spoken = STANCES.flatMap((stance, n) => {
      const tenths = Math.round((fits[n]?.weights[feature] ?? 0) * 10);
      return Math.abs(tenths) < LEAST_TENTHS ? [] : [`${stance} ${tenths}`];
    });
    const spokenBy = byIndicator[code];
    if (spokenBy && spoken.length) spokenBy[own] = spoken.join(" ");
  });
  for (const code of codes)
    byIndicator[code] = Object.fromEntries(
      Object.entries(byIndicator[code] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return { stance: { ...file, byIndicator }, accuracy: right / judged };
}
