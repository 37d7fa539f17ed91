import { countsOf, totalOf } from "./counts";
import { f1, precision, recall } from "./scores";
import type { JudgedMeeting } from "./verdicts";

/** What would be shown if only tags of at least this confidence were. */
export interface ThresholdResult {
  readonly confidence: number;
  readonly tags: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Precision against recall, from meetings judged with all tags that the reader weighs. */
export function thresholdResults(meetings: readonly JudgedMeeting[]): readonly ThresholdResult[] {
  const lines = meetings.flatMap((meeting) => meeting.lines);
  return THRESHOLDS.map((confidence) => {
    const kept = lines.map(({ line, verdicts }) => ({
      line,
      verdicts: verdicts
        .map((verdict) =>
          verdict.claim && verdict.claim.confidence < confidence ? { ...verdict, claim: undefined } : verdict,
        )
        .filter(({ gold, claim }) => gold || claim),
    }));
    const total = totalOf(countsOf(kept));
    return {
      confidence,
      tags: total.right + total.false,
      precision: precision(total),
      recall: recall(total),
      f1: f1(total),
    };
  });
}
