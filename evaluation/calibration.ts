import { share } from "./scores";
import type { JudgedMeeting } from "./verdicts";

/** Tags of about the same confidence, and the share of them that people gave too. */
export interface CalibrationBin {
  readonly tags: number;
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  readonly right: number;
}

/** Whether a confidence means what it says. */
export interface Calibration {
  /** Expected calibration error: the mean distance of confidence from the share that is right, by tags, 0–1. */
  readonly error: number;
  readonly bins: readonly CalibrationBin[];
}

const BINS = 10;

/** Orders all tags by confidence and parts them into ten bins of equal count. */
export function calibrationOf(meetings: readonly JudgedMeeting[]): Calibration {
  const tags = meetings
    .flatMap(({ lines }) => lines.flatMap(({ verdicts }) => verdicts))
    .flatMap(({ gold, claim }) => (claim ? [{ confidence: claim.confidence, right: gold !== undefined }] : []))
    .sort((a, b) => a.confidence - b.confidence);
  const bins: CalibrationBin[] = [];
  for (let bin = 0; bin < BINS; bin++) {
    const part = tags.slice(Math.floor((bin * tags.length) / BINS), Math.floor(((bin + 1) * tags.length) / BINS));
    const [first, last] = [part[0], part[part.length - 1]];
    if (!first || !last) continue;
    bins.push({
      tags: part.length,
      from: first.confidence,
      to: last.confidence,
      confidence: part.reduce((sum, { confidence }) => sum + confidence, 0) / part.length,
      right: part.filter(({ right }) => right).length / part.length,
    });
  }
  const distance = bins.reduce((sum, bin) => sum + bin.tags * Math.abs(bin.confidence - bin.right), 0);
  return { error: share(distance, tags.length), bins };
}
