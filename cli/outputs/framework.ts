import type { Coverage, CoverageMeeting, Totals } from "../../core/coverage/coverage";
import type { Dimension, Indicator, Rubric } from "../../core/rubric/rubric";

/** What a report says of an indicator: the rubric's own words. */
export type ReportIndicator = Pick<Indicator, "code" | "dimension" | "title" | "text">;

/** What a report says of a dimension. */
export type ReportDimension = Pick<Dimension, "key" | "title" | "short">;

/** The part of a rubric that reports need. */
export interface ReportRubric extends Pick<Rubric, "title"> {
  readonly dimensions: readonly ReportDimension[];
  readonly indicators: readonly ReportIndicator[];
}

/** An indicator with its totals. */
export interface IndicatorView {
  readonly indicator: ReportIndicator;
  readonly totals: Totals;
}

/** A dimension with its totals and its indicators, in the order of the rubric. */
export interface DimensionView {
  readonly dimension: ReportDimension;
  readonly totals: Totals;
  readonly indicators: readonly IndicatorView[];
}

const nothing: Totals = { evidenced: 0, planned: 0, contrary: 0, suggested: 0, meetings: 0, state: "not yet seen" };

const elsewhere: ReportDimension = { key: "–", title: "Codes that this rubric does not have", short: "Other codes" };

/** Lays the totals out in the order of the rubric; tags with codes that the rubric lacks come last, so none is lost. */
export function framework(coverage: Coverage, rubric: ReportRubric): readonly DimensionView[] {
  const view = (indicator: ReportIndicator): IndicatorView => ({
    indicator,
    totals: coverage.totals.indicators[indicator.code] ?? nothing,
  });
  const dimensions = rubric.dimensions.map((dimension) => ({
    dimension,
    totals: coverage.totals.dimensions[dimension.key] ?? nothing,
    indicators: rubric.indicators.filter((indicator) => indicator.dimension === dimension.key).map(view),
  }));
  const known = new Set(dimensions.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator.code)));
  const tagged = coverage.meetings.flatMap((meeting) => meeting.tags.map((tag) => tag.indicator));
  const others = [...new Set(tagged)]
    .filter((code) => !known.has(code))
    .sort()
    .map((code) => ({
      indicator: { code, dimension: elsewhere.key, title: code, text: "" },
      totals: totalsOf(coverage.meetings, [code]),
    }));
  if (others.length === 0) return dimensions;
  const codes = others.map(({ indicator }) => indicator.code);
  return [...dimensions, { dimension: elsewhere, totals: totalsOf(coverage.meetings, codes), indicators: others }];
}

/** Counts tags that the totals of the coverage leave out because the rubric lacks their codes. */
function totalsOf(meetings: readonly CoverageMeeting[], codes: readonly string[]): Totals {
  const wanted = meetings.flatMap((meeting) =>
    meeting.tags.filter((tag) => codes.includes(tag.indicator)).map((tag) => ({ ...tag, meeting })),
  );
  const found = wanted.filter(({ tier }) => tier === "found");
  const evidenced = found.filter(({ stance }) => stance === "evidenced");
  const planned = found.filter(({ stance }) => stance === "planned");
  const days = evidenced.flatMap(({ meeting }) => meeting.date ?? []).sort();
  return {
    evidenced: evidenced.length,
    planned: planned.length,
    contrary: found.length - evidenced.length - planned.length,
    suggested: wanted.length - found.length,
    meetings: new Set([...evidenced, ...planned].map(({ meeting }) => meeting)).size,
    ...(days[0] ? { firstSeen: days[0], lastSeen: days.at(-1) ?? days[0] } : {}),
    state: evidenced.length > 0 ? "seen" : planned.length > 0 ? "planned" : "not yet seen",
  };
}

/** Lines found to show or plan the practice: what bars and maps count. */
export function shows(totals: Totals): number {
  return totals.evidenced + totals.planned;
}
