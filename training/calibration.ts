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

/** At most this share of the lines of other people's meetings may be tagged: half of those at hand were written to be hard. */
const OTHER_ALARMS = 0.12;
/** What `found` promises is 0.8; other people's notes are a little unlike those at hand. */
const FOUND_PRECISION = 0.81;
/** Where F1 is as good as this share of the best, those who read the tags are better served by fewer and surer ones. */
const AS_GOOD = 0.99;

/**
 * From which confidence to suggest: as high as F1 on teachers' meetings stays as good as at its best, or higher where other meetings would
 * else raise too many alarms. And from which a tag counts as found: where more than four in five are right.
 */
export function chooseTiers(
  judged: readonly Judged[],
  other: readonly Judged[],
  calibration: ModelFile["calibration"],
): ModelFile["tiers"] {
  const table = new RisingTable(calibration);
  const least = leastForOthers(other, table);
  const positives = judged.filter(({ right }) => right).length;
  const labelled = new Set(judged.filter(({ right }) => right).map(({ line }) => line));
  const plainLines = new Set(judged.map(({ line }) => line)).size - labelled.size;
  const rated = judged
    .map(({ score, right, line }) => ({ line, right, confidence: table.at(score * 100) }))
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  const points: { f1: number; confidence: number; precision: number; recall: number; alarms: number }[] = [];
  let found = 1;
  const alarmed = new Set<number>();
  rated.forEach(({ right: accepted, confidence, line }, at) => {
    if (accepted) right++;
    else if (!labelled.has(line)) alarmed.add(line);
    if (rated[at + 1]?.confidence === confidence || confidence < least) return;
    const precision = right / (at + 1);
    const f1 = (2 * right) / (at + 1 + positives);
    points.push({ f1, confidence, precision, recall: right / positives, alarms: alarmed.size / plainLines });
    if (at > 30 && precision >= FOUND_PRECISION) found = confidence;
  });
  const most = Math.max(...points.map(({ f1 }) => f1));
  const chosen = points.find(({ f1 }) => f1 >= AS_GOOD * most) as (typeof points)[number];
  const shown = Object.entries(chosen).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  console.log(`unseen meetings: ${shown.join(", ")} (other meetings allow no less than ${least.toFixed(3)})`);
  const rounded = (confidence: number) => Math.round(confidence * 1000) / 1000;
  return { suggested: rounded(chosen.confidence), found: rounded(found) };
}

/** The lowest confidence at which few enough lines of other meetings are tagged. */
function leastForOthers(other: readonly Judged[], table: RisingTable): number {
  const byLine = new Map<number, number>();
  for (const { line, score } of other) byLine.set(line, Math.max(byLine.get(line) ?? 0, table.at(score * 100)));
  const confidences = [...byLine.values()].sort((a, b) => b - a);
  return confidences[Math.floor(confidences.length * OTHER_ALARMS)] ?? 0;
}
