import type { HeadingPath } from "../notes/headings";
import type { Line, NotesType } from "../notes/notes";
import type { Rubric } from "../rubric/rubric";
import { builtInModel, type ModelFile, modelStamp } from "../tagger/model";
import type { Stance } from "../tagger/tag";
import { builtInVocabulary, type Vocabulary } from "../tagger/vocabulary";
import { type Adjustment, type Lesson, MOST_LESSONS, nothingLearned } from "./adjustment";
import { type Example, type Examples, examplesOf } from "./examples";
import { fitLessons, type Weights } from "./fit-lessons";

/** What people said of one indicator in one line. */
export interface Said {
  readonly shows: boolean;
  /** The stance that they stand by. */
  readonly stance?: Stance | undefined;
  /** The second reader had suggested it. */
  readonly deep?: boolean | undefined;
}

/** A line that a team has seen with its tags. */
export interface SeenLine {
  readonly line: Line;
  readonly headings: HeadingPath;
  readonly type: NotesType;
  /** Names the meeting; lines of one meeting are never used to check what was learned from that meeting. */
  readonly meeting: string;
  /** What people decided of it, by indicator. A line that was read and left alone has none. */
  readonly decided: ReadonlyMap<string, Said>;
}

/** Fewer decisions teach nothing yet. */
const LEAST_DECISIONS = 12;
const PARTS = 4;
/** How much of what was fitted is kept, at most, in order of trial. */
const SHARES = [0.5, 1] as const;
/** What was learned must foresee the team's other decisions better than the model alone by this share. */
const BETTER = 0.005;

/**
 * Learns from a team's decisions what words and concepts mean to it. Pure: the same decisions give the same adjustment, whatever
 * their order. What is learned from some of the meetings has to foresee the decisions on the others better than the model does
 * without it; where it does not, as with careless or random clicks, nothing is learned.
 */
export function learn(
  rubric: Rubric,
  seen: readonly SeenLine[],
  model: ModelFile = builtInModel,
  vocabulary: Vocabulary = builtInVocabulary,
): Adjustment {
  const decisions = seen.reduce((sum, { decided }) => sum + decided.size, 0);
  if (decisions < LEAST_DECISIONS) return { ...nothingLearned, decisions };
  const { tags, stances, features } = examplesOf(rubric, seen, model, vocabulary);
  const lessons = [...lessonsOf(tags, features), ...lessonsOf(stances, features)]
    .sort(
      (a, b) =>
        Math.abs(b.weight) - Math.abs(a.weight) ||
        compare(a.indicator, b.indicator) ||
        compare(a.name, b.name) ||
        compare(a.stance ?? "", b.stance ?? ""),
    )
    .slice(0, MOST_LESSONS);
  return { version: 2, model: modelStamp(model), decisions, lessons };
}

/** What some examples teach, as far as it is to be trusted. */
function lessonsOf(examples: readonly Example[], features: Examples["features"]): Lesson[] {
  const share = trustedShare(examples);
  if (share === 0) return [];
  return [...fitLessons(examples)].flatMap(([about, weights]) => {
    const [indicator = "", stance] = about.split(" ") as [string, Stance?];
    return [...weights].flatMap(([feature, fitted]): Lesson[] => {
      const weight = Math.round(fitted.weight * share * 100) / 100;
      const { space, name } = features[feature] as Examples["features"][number];
      if (weight === 0) return [];
      return [{ indicator, space, name, weight, decisions: fitted.decisions, ...(stance ? { stance } : {}) }];
    });
  });
}

/** The share of what would be learned that foresees decisions on meetings that it was not learned from; 0 where none does. */
function trustedShare(examples: readonly Example[]): number {
  const loss = new Map<number, number>([[0, 0], ...SHARES.map((share): [number, number] => [share, 0])]);
  for (let part = 0; part < PARTS; part++) {
    const held = examples.filter((example) => example.part % PARTS === part);
    const weights = fitLessons(examples.filter((example) => example.part % PARTS !== part));
    for (const share of loss.keys()) loss.set(share, (loss.get(share) as number) + lossOf(held, weights, share));
  }
  const without = loss.get(0) as number;
  let best = 0;
  for (const share of SHARES)
    if ((loss.get(share) as number) < Math.min(without * (1 - BETTER), loss.get(best) as number)) best = share;
  return best;
}

/** How much the decisions on some lines surprise the model with a share of what was learned. */
function lossOf(examples: readonly Example[], weights: Weights, share: number): number {
  let loss = 0;
  for (const { about, score, shows, features, scale, isHeld } of examples) {
    if (!isHeld) continue;
    let learned = 0;
    const own = weights.get(about);
    if (own) for (const feature of features) learned += own.get(feature)?.weight ?? 0;
    const total = score + learned * share * scale;
    loss += Math.log(1 + Math.exp(total)) - shows * total;
  }
  return loss;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
