import { builtInModel, createTagger, type ModelFile, type Rubric } from "../core/index";
import type { LineInPlace } from "./encoder-input";

/** The log-odds that the compact reader gives each of some practices in a line. */
export type CompactOdds = (line: LineInPlace) => readonly number[];

/** Below this the compact reader means "hardly ever", however far below. */
const LEAST = 0.02;

/** Makes a view of the compact reader that also tells what it would not show. */
export function compactOdds(rubric: Rubric, labels: readonly string[], model: ModelFile = builtInModel): CompactOdds {
  const tagger = createTagger(rubric, { ...model, tiers: { ...model.tiers, suggested: LEAST } });
  return ({ text, kind, type, heading }) => {
    const above = heading ? [{ kind: "heading" as const, text: heading }] : [];
    const { tags } = tagger.tag({ type, lines: [...above, { kind, text }] });
    const confidences = new Map(tags[above.length]?.map(({ indicator, confidence }) => [indicator, confidence]));
    return labels.map((code) => logOdds(confidences.get(code) ?? LEAST));
  };
}

const logOdds = (confidence: number): number => {
  const p = Math.min(1 - LEAST, Math.max(LEAST, confidence));
  return Math.log(p / (1 - p));
};
