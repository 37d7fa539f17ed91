import type { Rubric } from "../rubric/rubric";
import type { AgendaItem, AgendaMinutes } from "./agenda-check";
import type { MeetingTime } from "./meeting-time";

/** Shares the minutes of the items out among the dimensions that they promise; what promises nothing is logistics or other. */
export function minutesOf(items: readonly AgendaItem[], time: MeetingTime | undefined, rubric: Rubric): AgendaMinutes {
  const byDimension: Record<string, number> = Object.fromEntries(rubric.dimensions.map(({ key }) => [key, 0]));
  const dimensionOf = new Map(rubric.indicators.map(({ code, dimension }) => [code, dimension]));
  let [total, logistics, other, given] = [0, 0, 0, 0];
  for (const { minutes = 0, given: isGiven, kind, promises } of items) {
    total += minutes;
    if (isGiven) given += minutes;
    const sure = promises.filter(({ tier }) => tier === "found");
    const keys = [
      ...new Set((sure.length ? sure : promises).flatMap(({ indicator }) => dimensionOf.get(indicator) ?? [])),
    ];
    if (kind === "logistics") logistics += minutes;
    else if (kind === "break" || keys.length === 0) other += minutes;
    else {
      // Whole minutes, so that the parts add up to the whole: what is over goes to the surest.
      const share = Math.floor(minutes / keys.length);
      keys.forEach((key, at) => {
        byDimension[key] = (byDimension[key] ?? 0) + share + (at === 0 ? minutes - share * keys.length : 0);
      });
    }
  }
  const meeting = time?.minutes;
  return { total, byDimension, logistics, other, ...(meeting === undefined ? {} : { meeting, left: meeting - given }) };
}
