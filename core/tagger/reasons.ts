/** The features that spoke most for a tag, strongest first, each with its share of the score and the words that show it (−1: none). */
export interface Reasons {
  count: number;
  readonly feature: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** Reasons beyond these carry next to nothing. */
export const MOST_REASONS = 6;
/** And so do reasons that say less than this share of the strongest. */
const LEAST_REASON = 0.15;

/** Places of a list with the largest shares, largest first. */
export interface Largest {
  count: number;
  readonly place: Int32Array;
  readonly share: Float64Array;
}

export const roomForReasons = (): Reasons => ({
  count: 0,
  feature: new Int32Array(MOST_REASONS),
  from: new Int32Array(MOST_REASONS),
  to: new Int32Array(MOST_REASONS),
  weight: new Float64Array(MOST_REASONS),
});

export const roomForLargest = (): Largest => ({
  count: 0,
  place: new Int32Array(MOST_REASONS),
  share: new Float64Array(MOST_REASONS),
});

/** Finds the largest of `count` shares, none below a part of the very largest; on a tie the earlier comes first. */
export function findLargest(shares: Float64Array, count: number, most: number, largest: Largest): void {
  const { place: places, share: kept } = largest;
  const least = most * LEAST_REASON;
  let found = 0;
  for (let n = 0; n < count; n++) {
    const share = shares[n] as number;
    if (share <= least) continue;
    if (found === MOST_REASONS) {
      if (share <= (kept[found - 1] as number)) continue;
      found--;
    }
    let place = found++;
    for (; place > 0 && (kept[place - 1] as number) < share; place--) {
      kept[place] = kept[place - 1] as number;
      places[place] = places[place - 1] as number;
    }
    kept[place] = share;
    places[place] = n;
  }
  largest.count = found;
}
