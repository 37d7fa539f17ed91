import type { Agreement } from "./agreement";
import { type Calibration, calibrationOf } from "./calibration";
import { type Confusions, confusionsOf, type StanceConfusions, stanceConfusionsOf } from "./confusions";
import { type Counts, countsOf, sumOf, totalOf } from "./counts";
import { type FormResult, formResults } from "./forms";
import { type IndicatorResult, indicatorResults } from "./indicators";
import type { LearningCurve } from "./learning-curve";
import type { Progress } from "./progress";
import type { Reader } from "./readers";
import { type Figure, withIntervals } from "./resampling";
import { type Scores, scoresOf, share, support } from "./scores";
import { type GoldSet, isOther } from "./sets";
import { type ThresholdResult, thresholdResults } from "./thresholds";
import { type TierResult, tierResults } from "./tiers";
import { judge } from "./verdicts";

/** Lines without a label that got a tag. */
export interface Alarms {
  readonly plain: number;
  readonly alarmed: number;
  readonly share: number;
  /** The same share where headings, which no reader tags, do not count as lines. */
  readonly shareWithoutHeadings: number;
}

/** What a reader does on meetings that people labelled. */
export interface LabelledResult {
  readonly meetings: number;
  readonly lines: number;
  readonly labels: number;
  readonly tags: number;
  readonly scores: { readonly [name in keyof Scores]: Figure };
  readonly alarms: Alarms;
  readonly indicators: readonly IndicatorResult[];
  readonly tiers: readonly TierResult[];
  readonly calibration: Calibration;
  readonly confusions: Confusions;
  readonly stances: StanceConfusions;
  readonly forms: readonly FormResult[];
  /** Absent where the reader does not tell what it weighs. */
  readonly thresholds?: readonly ThresholdResult[];
}

/** What a reader does on meetings of other people, where every tag is a false alarm. */
export interface OtherResult {
  readonly meetings: number;
  readonly lines: number;
  readonly alarms: Alarms;
  readonly falseAlarms: Figure;
}

/** What one reader does on one set. */
export interface Result {
  readonly reader: string;
  readonly set: string;
  readonly labelled?: LabelledResult;
  readonly others?: OtherResult;
}

/** All that is printed and shown. */
export interface Evaluation {
  readonly results: readonly Result[];
  /** Folders without labelled meetings. */
  readonly absent: readonly string[];
  readonly agreement: Agreement | undefined;
  readonly learningCurve: LearningCurve | undefined;
}

/** Measures every reader on every set, and tells how far it is. */
export async function evaluate(
  readers: readonly Reader[],
  sets: readonly GoldSet[],
  progress: Progress = () => {},
): Promise<Pick<Evaluation, "results">> {
  const results: Result[] = [];
  for (const { name, meetings } of sets) {
    const labelled = meetings.filter((meeting) => !isOther(meeting));
    const others = meetings.filter(isOther);
    for (const reader of readers) {
      const step = (done: number, of: number) => progress(`${reader.name} on ${name}`, done, of);
      results.push({
        reader: reader.name,
        set: name,
        ...(labelled.length > 0 && { labelled: await labelledResult(reader, labelled, step) }),
        ...(others.length > 0 && { others: await otherResult(reader, others, step) }),
      });
    }
  }
  return { results };
}

type Step = (done: number, of: number) => void;

async function labelledResult(reader: Reader, meetings: GoldSet["meetings"], step: Step): Promise<LabelledResult> {
  const judged = await judgedBy((meeting) => reader.tag(meeting), meetings, step);
  const lines = judged.flatMap((meeting) => meeting.lines);
  const counts = judged.map((meeting) => countsOf(meeting.lines));
  const sum = sumOf(counts);
  const total = totalOf(sum);
  const weigh = reader.weigh?.bind(reader);
  return {
    meetings: meetings.length,
    lines: sum.lines,
    labels: support(total),
    tags: total.right + total.false,
    scores: withIntervals(counts, (drawn) => ({ ...scoresOf(sumOf(drawn)) })),
    alarms: alarmsOf(sum),
    indicators: indicatorResults(counts),
    tiers: tierResults(judged),
    calibration: calibrationOf(judged),
    confusions: confusionsOf(lines),
    stances: stanceConfusionsOf(lines),
    forms: formResults(judged),
    ...(weigh && { thresholds: thresholdResults(await judgedBy(weigh, meetings, step)) }),
  };
}

async function otherResult(reader: Reader, meetings: GoldSet["meetings"], step: Step): Promise<OtherResult> {
  const judged = await judgedBy((meeting) => reader.tag(meeting), meetings, step);
  const counts = judged.map(({ lines }) => countsOf(lines));
  const sum = sumOf(counts);
  const { falseAlarms } = withIntervals(counts, (drawn) => ({ falseAlarms: scoresOf(sumOf(drawn)).falseAlarms }));
  return { meetings: meetings.length, lines: sum.lines, alarms: alarmsOf(sum), falseAlarms };
}

async function judgedBy(tag: Reader["tag"], meetings: GoldSet["meetings"], step: Step) {
  const judged = [];
  // One after the other: a reader may be heavy.
  for (const meeting of meetings) {
    judged.push(judge(meeting, await tag(meeting)));
    step(judged.length, meetings.length);
  }
  return judged;
}

function alarmsOf({ plain, plainHeadings, alarmed }: Counts): Alarms {
  return {
    plain,
    alarmed,
    share: share(alarmed, plain),
    shareWithoutHeadings: share(alarmed, plain - plainHeadings),
  };
}
