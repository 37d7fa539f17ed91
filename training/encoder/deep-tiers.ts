import type { DeepSettings } from "../../deep-reader/settings";

/** One practice in one line: whether people gave it, and what was seen of it (nothing where the line is never read). */
export interface Weighed {
  readonly line: number;
  readonly right: boolean;
  readonly shows?: readonly number[];
}

/** What `found` promises is four in five; a little more is asked here, since other meetings are a little harder. */
const FOUND_PRECISION = 0.83;
/** So many of the surest are always judged together. */
const LEAST_JUDGED = 50;

/** F1 hardly changes over a wide stretch of confidences: all within this of the best are as good. */
const AS_GOOD = 0.005;

/** From which confidence to suggest: the middle of where F1 is best. And from which a tag counts as found: where enough are right. */
export function chooseDeepTiers(weighed: readonly Weighed[], weights: readonly number[]): DeepSettings["tiers"] {
  const rated = weighed
    .flatMap(({ right, shows }) => (shows ? [{ right, confidence: chanceOf(shows, weights) }] : []))
    .sort((a, b) => b.confidence - a.confidence);
  const labels = weighed.filter(({ right }) => right).length;
  let right = 0;
  let found = 1;
  const tried: { confidence: number; f1: number }[] = [];
  rated.forEach((rating, at) => {
    if (rating.right) right++;
    const { confidence } = rating;
    if (rated[at + 1]?.confidence === confidence) return;
    tried.push({ confidence, f1: (2 * right) / (at + 1 + labels) });
    if (at >= LEAST_JUDGED && right / (at + 1) >= FOUND_PRECISION) found = confidence;
  });
  const best = Math.max(...tried.map(({ f1 }) => f1));
  const good = tried.filter(({ f1 }) => f1 >= best - AS_GOOD).map(({ confidence }) => confidence);
  const middle = ((good[0] ?? 1) + (good[good.length - 1] ?? 1)) / 2;
  return { suggested: Math.round(middle * 1000) / 1000, found };
}

/** In thousandths, as the reader says it. */
function chanceOf(shows: readonly number[], weights: readonly number[]): number {
  const odds = shows.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
}
