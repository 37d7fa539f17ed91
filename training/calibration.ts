import { type ModelFile, RisingTable } from "../core/tagger/model";

/** A score given to a line and an indicator by a model that had not seen the meeting, and whether people agree. */
export interface Judged {
  readonly line: number;
  readonly score: number;
  readonly right: boolean;
}

const LEAST_IN_BIN = 60;

/**
 * From score to the share that people accept: pool-adjacent-violators (Ayer et al. 1955) over the ordered scores, then thinned to
 * a short table.
 */
export function calibrate(judged: readonly Judged[]): ModelFile["calibration"] {
  const ordered = [...judged].sort((a, b) => a.score - b.score);
  const pools: { score: number; right: number; count: number }[] = [];
  for (let from = 0; from < ordered.length; ) {
    // Far below any threshold the bins may be large.
    const size = (ordered[from]?.score ?? 0) < -4 ? 4000 : LEAST_IN_BIN;
    const bin = ordered.slice(from, from + size);
    from += size;
    pools.push({
      score: bin.reduce((sum, { score }) => sum + score, 0),
      right: bin.filter(({ right }) => right).length,
      count: bin.length,
    });
    for (;;) {
      const [before, last] = [pools[pools.length - 2], pools[pools.length - 1]];
      if (!before || !last || before.right / before.count <= last.right / last.count) break;
      pools.splice(-2, 2, {
        score: before.score + last.score,
        right: before.right + last.right,
        count: before.count + last.count,
      });
    }
  }
  return pools.map(({ score, right, count }) => [
    Math.round((score / count) * 100),
    Math.round((right / count) * 1000) / 1000,
  ]);
}

/** The lowest confidence that gives the best F1 for `suggested`, and one from which precision is at least 0.8 for `found`. */
export function chooseTiers(judged: readonly Judged[], calibration: ModelFile["calibration"]): ModelFile["tiers"] {
  const positives = judged.filter(({ right }) => right).length;
  const table = new RisingTable(calibration);
  const rated = judged
    .map(({ score, right, line }) => ({ line, right, confidence: table.at(score * 100) }))
    .sort((a, b) => b.confidence - a.confidence);
  const plain = new Set(judged.map(({ line }) => line));
  for (const { line, right } of judged) if (right) plain.delete(line);
  let right = 0;
  let best = { f1: 0, confidence: 0.5, precision: 0, recall: 0, alarms: 0 };
  let found = 1;
  const alarmed = new Set<number>();
  rated.forEach(({ right: accepted, confidence, line }, at) => {
    if (accepted) right++;
    else if (plain.has(line)) alarmed.add(line);
    const next = rated[at + 1]?.confidence;
    if (next === confidence) return;
    const f1 = (2 * right) / (at + 1 + positives);
    if (f1 > best.f1)
      best = {
        f1,
        confidence,
        precision: right / (at + 1),
        recall: right / positives,
        alarms: alarmed.size / plain.size,
      };
    if (at > 30 && right / (at + 1) >= 0.8) found = confidence;
  });
  console.log(
    `unseen meetings: F1 ${best.f1.toFixed(3)}, precision ${best.precision.toFixed(3)}, recall ${best.recall.toFixed(3)}, false alarms ${best.alarms.toFixed(3)}`,
  );
  return {
    suggested: Math.round(best.confidence * 1000) / 1000,
    found: Math.round(Math.min(found, 0.95) * 1000) / 1000,
  };
}
