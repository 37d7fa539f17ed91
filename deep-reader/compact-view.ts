import { builtInModel, createTagger, type ModelFile, type Rubric, type Tag } from "../core/index";
import type { LineInPlace } from "./encoder-input";

/** What the compact reader says of some practices in a line, also of those that it would not show. */
export interface CompactSays {
  /** Of each practice, the log-odds that it shows. */
  readonly odds: readonly number[];
  /** Of each practice, its tag, where it weighs it at all. */
  readonly tags: readonly (Tag | undefined)[];
}

/** Below this the compact reader means "hardly ever", however far below. */
const LEAST = 0.02;

/** Makes a view of the compact reader on some practices, without anything learned from the team. */
export function compactView(
  rubric: Rubric,
  labels: readonly string[],
  model: ModelFile = builtInModel,
): (line: LineInPlace) => CompactSays {
  const tagger = createTagger(rubric, { ...model, tiers: { ...model.tiers, suggested: LEAST } });
  return ({ text, kind, type, heading }) => {
    const above = heading ? [{ kind: "heading" as const, text: heading }] : [];
    const found = tagger.tag({ type, lines: [...above, { kind, text }] }).tags[above.length] ?? [];
    const tags = labels.map((code) => found.find(({ indicator }) => indicator === code));
    return { tags, odds: tags.map((tag) => logOdds(tag?.confidence ?? LEAST)) };
  };
}

const logOdds = (confidence: number): number => {
  const p = Math.min(1 - LEAST, Math.max(LEAST, confidence));
  return Math.log(p / (1 - p));
};
