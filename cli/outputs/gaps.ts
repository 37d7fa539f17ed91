import type { Coverage } from "../../core/coverage/coverage";
import type { DimensionView, ReportIndicator } from "./framework";
import { count, isDay } from "./wording";

/** Indicators without evidence or plan, with what the notes do say of them. */
export function notYetSeen(
  views: readonly DimensionView[],
): readonly { readonly indicator: ReportIndicator; readonly hints: readonly string[] }[] {
  return views
    .flatMap(({ indicators }) => indicators)
    .filter(({ totals }) => totals.state === "not yet seen")
    .map(({ indicator, totals }) => ({
      indicator,
      hints: [
        ...(totals.contrary > 0 ? [`${count(totals.contrary, "line says", "lines say")} it was missing.`] : []),
        ...(totals.suggested > 0 ? [`${count(totals.suggested, "line is", "lines are")} worth a look.`] : []),
      ],
    }));
}

/** Up to six indicators that were seen before the newest meeting but not in it, oldest first. */
export function longestAgo(
  { meetings }: Coverage,
  views: readonly DimensionView[],
): readonly { readonly indicator: ReportIndicator; readonly lastSeen: string; readonly meetingsSince: number }[] {
  const days = meetings.flatMap(({ date }) => (isDay(date) ? [date] : [])).sort();
  return views
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ indicator, totals }) => (isDay(totals.lastSeen) ? [{ indicator, lastSeen: totals.lastSeen }] : []))
    .map((seen) => ({ ...seen, meetingsSince: days.filter((date) => date > seen.lastSeen).length }))
    .filter(({ meetingsSince }) => meetingsSince > 0)
    .sort((a, b) => b.meetingsSince - a.meetingsSince || (a.lastSeen < b.lastSeen ? -1 : 1))
    .slice(0, 6);
}
