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

/** From which confidence to suggest: where F1 is best. And from which a tag counts as found: where enough are right. */
export function chooseDeepTiers(weighed: readonly Weighed[], weights: readonly number[]): DeepSettings["tiers"] {
  const rated = weighed
    .flatMap(({ right, shows }) => (shows ? [{ right, confidence: chanceOf(shows, weights) }] : []))
    .sort((a, b) => b.confidence - a.confidence);
  const labels = weighed.filter(({ right }) => right).length;
  let right = 0;
  let best = 0;
  const tiers = { suggested: 1, found: 1 };
  rated.forEach((rating, at) => {
    if (rating.right) right++;
    if (rated[at + 1]?.confidence === rating.confidence) return;
    const f1 = (2 * right) / (at + 1 + labels);
    if (f1 > best) {
      best = f1;
      tiers.suggested = rating.confidence;
    }
    if (at >= LEAST_JUDGED && right / (at + 1) >= FOUND_PRECISION) tiers.found = rating.confidence;
  });
  return tiers;
}

/** In thousandths, as the reader says it. */
function chanceOf(shows: readonly number[], weights: readonly number[]): number {
  const odds = shows.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
}
