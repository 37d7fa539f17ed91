import type { Coverage, CoverageMeeting, CoverageTag } from "../../core/coverage/coverage";
import { framework, type ReportDimension, type ReportIndicator, type ReportRubric } from "./framework";

/** One tag with all that stands around it. */
export interface EvidenceRow {
  readonly dimension: ReportDimension;
  readonly indicator: ReportIndicator;
  readonly meeting: CoverageMeeting;
  /** Position of the meeting in the coverage, from 0. */
  readonly meetingIndex: number;
  readonly tag: CoverageTag;
}

/** Lists all tags by indicator in the order of the rubric, then by meeting, then by line. */
export function evidenceRows(coverage: Coverage, rubric: ReportRubric): readonly EvidenceRow[] {
  const byIndicator = new Map<string, EvidenceRow[]>();
  const views = framework(coverage, rubric).flatMap(({ dimension, indicators }) =>
    indicators.map(({ indicator }) => ({ dimension, indicator })),
  );
  const place = new Map(views.map((view) => [view.indicator.code, view]));
  for (const [meetingIndex, meeting] of coverage.meetings.entries()) {
    for (const tag of [...meeting.tags].sort((a, b) => a.line - b.line)) {
      const view = place.get(tag.indicator);
      if (!view) continue;
      const rows = byIndicator.get(tag.indicator) ?? [];
      rows.push({ ...view, meeting, meetingIndex, tag });
      byIndicator.set(tag.indicator, rows);
    }
  }
  return views.flatMap(({ indicator }) => byIndicator.get(indicator.code) ?? []);
}

/** The words of the line that carried the decision, cut out of it. */
export function evidenceWords(tag: CoverageTag): readonly string[] {
  return tag.evidence.map(([start, end]) => tag.text.slice(start, end)).filter((words) => words.trim() !== "");
}
