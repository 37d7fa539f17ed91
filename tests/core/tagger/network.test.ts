import fc from "fast-check";
import { expect, test } from "vitest";
import { FeatureTable } from "../../../core/tagger/features";
import { lengthScale, Network } from "../../../core/tagger/network";
import { MOST_STEPS, type NetworkFile, PAIRS, pairOf, pairStepsOf, WEIGHTS } from "../../../core/tagger/network-file";
import { PhraseTrie } from "../../../core/tagger/phrase-trie";
import { createScanner } from "../../../core/tagger/words";

const UNITS = 8;
/** More words than fit one digit of the packed sums. */
const WORDS = Array.from(
  { length: 300 },
  (_, n) => `word${"abcdefghij"[n % 10]}${"abcdefghij"[Math.floor(n / 10) % 10]}${n}`,
);
const MIDDLE = WEIGHTS.length >> 1;
const valuesOf = (weights: string) => [...weights].map((character) => WEIGHTS.indexOf(character) - MIDDLE);

const row = fc
  .array(fc.nat(WEIGHTS.length - 1), { minLength: UNITS, maxLength: UNITS })
  .map((at) => at.map((n) => WEIGHTS[n]).join(""));
const featureRow = fc.array(fc.integer({ min: -MOST_STEPS, max: MOST_STEPS }), { minLength: UNITS, maxLength: UNITS });
const pairs = (row: readonly number[]): string =>
  row.flatMap((first, unit) => (unit % 2 === 0 ? [pairOf(first, row[unit + 1] as number)] : [])).join("");
const file = fc
  .record({
    words: fc.array(featureRow, { minLength: WORDS.length, maxLength: WORDS.length }),
    bullet: featureRow,
    hiddenBias: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: UNITS, maxLength: UNITS }),
    tags: fc.array(row, { minLength: 3, maxLength: 3 }),
  })
  .map(
    ({ words, bullet, hiddenBias, tags }): NetworkFile => ({
      steps: { features: 0.03, tags: 0.1, stance: 0.1 },
      hiddenBias,
      features: {
        word: { names: WORDS.join(" "), weights: words.map(pairs).join("") },
        fact: { names: "bullet", weights: pairs(bullet) },
      },
      tags: Object.fromEntries(
        ["TP1", "SL3", "RD1"].map((code, n) => [code, { bias: n - 3, weights: tags[n] as string }]),
      ),
      stance: {},
    }),
  );

/** The network and what shows in a line of the first so many words. */
function reading(of: NetworkFile, words: number) {
  const phrases = new PhraseTrie({});
  const table = new FeatureTable(phrases);
  const network = new Network(of, table);
  const text = WORDS.slice(0, words).join(" ");
  const scanned = createScanner(phrases.trie)(text);
  const shown = table.of(scanned, phrases.find(scanned, text), { kind: "bullet", agenda: false, under: [] });
  network.read(shown, scanned.count);
  return { network, shown };
}

/** The steps that feature `at` of a space says to each unit. */
const saidBy = (of: NetworkFile, space: "word" | "fact", at: number): number[] =>
  pairStepsOf((of.features[space]?.weights ?? "").slice((at * UNITS) / 2, ((at + 1) * UNITS) / 2));

/** What each unit holds by the definition; below 0 it is asleep. */
function hiddenOf(of: NetworkFile, words: number): number[] {
  return of.hiddenBias.map((bias, unit) => {
    const said = (space: "word" | "fact", at: number) => saidBy(of, space, at)[unit] as number;
    const sum = WORDS.slice(0, words).reduce((all, _, at) => all + said("word", at), 0);
    return (sum * lengthScale(words) + said("fact", 0)) * of.steps.features + bias;
  });
}

test("two weights of a feature are one character that JSON writes as it is", () => {
  const steps = Array.from({ length: 2 * MOST_STEPS + 1 }, (_, at) => at - MOST_STEPS);
  const all = steps.flatMap((first) => steps.map((second) => [first, second] as const));
  const written = all.map(([first, second]) => pairOf(first, second)).join("");
  expect(pairStepsOf(written)).toEqual(all.flat());
  expect(new Set(written)).toEqual(new Set(PAIRS));
  expect(JSON.stringify(written)).toHaveLength(written.length + 2);
});

test("scores are what the definition says, however many words a line has", () => {
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: WORDS.length }), (of, words) => {
      const { network } = reading(of, words);
      const hidden = hiddenOf(of, words);
      Object.values(of.tags).forEach(({ bias, weights }, label) => {
        const said = valuesOf(weights).reduce(
          (sum, weight, unit) => sum + weight * 0.1 * Math.max(0, hidden[unit] as number),
          0,
        );
        expect(network.scores[label]).toBeCloseTo(bias + said, 6);
      });
    }),
    { numRuns: 40 },
  );
});

test("the shares of the reasons are true shares of the score", () => {
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 6 }), (of, words) => {
      const { network, shown } = reading(of, words);
      const hidden = hiddenOf(of, words);
      const weights = valuesOf((of.tags.TP1 as { weights: string }).weights);
      const reasons = network.reasons(shown, 0);
      for (let n = 0; n < reasons.count; n++) {
        const feature = reasons.feature[n] as number;
        const weight = reasons.weight[n] as number;
        const word = WORDS[feature];
        if (word === undefined) continue;
        const said = saidBy(of, "word", feature);
        const share = hidden.reduce(
          (sum, held, unit) => (held >= 0 ? sum + (said[unit] as number) * (weights[unit] as number) : sum),
          0,
        );
        expect(weight).toBeCloseTo(share * of.steps.features * 0.1 * lengthScale(words), 6);
      }
    }),
    { numRuns: 40 },
  );
});
