import { plcRubric } from "../core/index";
import { type Counts, sumOf } from "./counts";
import { type Figure, withIntervals } from "./resampling";
import { f1, precision, recall, support } from "./scores";

/** How well one indicator is tagged. */
export interface IndicatorResult {
  readonly code: string;
  readonly title: string;
  readonly dimension: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: Figure;
  /** Labels of people. */
  readonly support: number;
  readonly tagged: number;
}

const NOTHING = { right: 0, false: 0, missed: 0 };

/** The indicators in the order of the rubric, also those that nobody gave. */
export function indicatorResults(meetings: readonly Counts[]): readonly IndicatorResult[] {
  const { byCode } = sumOf(meetings);
  const figures = withIntervals(meetings, (drawn) => {
    const sum = sumOf(drawn).byCode;
    return Object.fromEntries(plcRubric.indicators.map(({ code }) => [code, f1(sum.get(code) ?? NOTHING)]));
  });
  return plcRubric.indicators.map(({ code, title, dimension }) => {
    const tally = byCode.get(code) ?? NOTHING;
    return {
      code,
      title,
      dimension,
      precision: precision(tally),
      recall: recall(tally),
      f1: figures[code] as Figure,
      support: support(tally),
      tagged: tally.right + tally.false,
    };
  });
}
