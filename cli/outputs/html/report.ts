import type { Coverage } from "../../../core/coverage/coverage";
import { type EvidenceRow, evidenceRows } from "../evidence";
import { type DimensionView, framework, type IndicatorView, type ReportRubric } from "../framework";
import { type Heat, heat } from "../heat";
import { type Period, type PeriodUnit, periods } from "../periods";

/** An indicator with its place on the page. */
export interface PlacedIndicator extends IndicatorView {
  /** Position among all indicators, from 0: its section has the id `i` + index. */
  readonly index: number;
  readonly rows: readonly PlacedRow[];
}

/** A tag with its place on the page: its list item has the id `e` + index. */
export interface PlacedRow extends EvidenceRow {
  readonly index: number;
  /** Position of its column in the map. */
  readonly period: number;
}

/** A dimension with its place on the page. */
export interface PlacedDimension extends Omit<DimensionView, "indicators"> {
  readonly index: number;
  readonly indicators: readonly PlacedIndicator[];
}

/** Everything that the parts of the page show, worked out once. */
export interface Report {
  readonly coverage: Coverage;
  readonly rubric: ReportRubric;
  readonly unit: PeriodUnit;
  readonly periods: readonly Period[];
  readonly heat: Heat;
  readonly dimensions: readonly PlacedDimension[];
}

/** Works out what the page shows. */
export function report(coverage: Coverage, rubric: ReportRubric): Report {
  const columns = periods(coverage);
  const rows = evidenceRows(coverage, rubric);
  const periodOf = new Map(columns.periods.flatMap(({ meetings }, at) => meetings.map((meeting) => [meeting, at])));
  const byCode = new Map<string, PlacedRow[]>();
  for (const [index, row] of rows.entries()) {
    const placed = { ...row, index, period: periodOf.get(row.meetingIndex) ?? 0 };
    const known = byCode.get(row.indicator.code);
    if (known) known.push(placed);
    else byCode.set(row.indicator.code, [placed]);
  }
  let next = 0;
  const dimensions = framework(coverage, rubric).map((view, index) => ({
    ...view,
    index,
    indicators: view.indicators.map((indicator) => ({
      ...indicator,
      index: next++,
      rows: byCode.get(indicator.indicator.code) ?? [],
    })),
  }));
  return { coverage, rubric, ...columns, heat: heat(rows, columns.periods), dimensions };
}
