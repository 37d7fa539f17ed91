import { type Counts, type Tally, totalOf } from "./counts";

/** A part of a whole, 0–1; `NaN` where there is no whole. */
export const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

/** Of the tags, the share that people gave too. */
export const precision = (tally: Tally): number => share(tally.right, tally.right + tally.false);

/** Of people's labels, the share that was tagged. */
export const recall = (tally: Tally): number => share(tally.right, tally.right + tally.missed);

/** The harmonic mean of precision and recall; `NaN` where nothing was tagged or labelled. */
export const f1 = (tally: Tally): number => share(2 * tally.right, 2 * tally.right + tally.false + tally.missed);

/** Labels of people. */
export const support = (tally: Tally): number => tally.right + tally.missed;

/** The figures that sum up how good the tags of some lines are, each 0–1 or `NaN`. */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Mean F1 of the indicators that people gave at least once. */
  readonly macroF1: number;
  /** Of the right tags, the share with the right stance. */
  readonly stanceAccuracy: number;
  /** F1 where a tag is right only with its stance. */
  readonly strictF1: number;
  /** Of the lines without a label, headings among them, the share with a tag. */
  readonly falseAlarms: number;
}

/** Sums up counts. */
export function scoresOf(counts: Counts): Scores {
  const total = totalOf(counts);
  const labelled = [...counts.byCode.values()].filter((tally) => support(tally) > 0);
  return {
    precision: precision(total),
    recall: recall(total),
    f1: f1(total),
    macroF1: share(
      labelled.reduce((sum, tally) => sum + f1(tally), 0),
      labelled.length,
    ),
    stanceAccuracy: share(counts.stanceRight, total.right),
    strictF1: share(2 * counts.stanceRight, 2 * total.right + total.false + total.missed),
    falseAlarms: share(counts.alarmed, counts.plain),
  };
}
