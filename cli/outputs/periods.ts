import type { Coverage, CoverageMeeting } from "../../core/coverage/coverage";
import { isDay, months } from "./wording";

/** One column of a heat map: a meeting, or all meetings of a month, quarter or year. */
export interface Period {
  /** Two short lines for a narrow column: "12 Oct", "2025". */
  readonly label: readonly [string, string];
  /** In full, for a tooltip or a list: "12 Oct 2025, Grade 4 team". */
  readonly name: string;
  /** Positions of its meetings in the coverage, from 0. */
  readonly meetings: readonly number[];
}

/** What a column of the heat map stands for. */
export type PeriodUnit = "meeting" | "month" | "quarter" | "year";

const MOST_COLUMNS = 24;

/** Cuts the meetings into at most 24 columns or so: by meeting under four months, else by month, quarter or year. */
export function periods(coverage: Coverage): { readonly unit: PeriodUnit; readonly periods: readonly Period[] } {
  const { meetings } = coverage;
  const distinctMonths = new Set(meetings.flatMap((meeting) => dated(meeting, "month") ?? []));
  if (distinctMonths.size < 4 && meetings.length <= MOST_COLUMNS) {
    return { unit: "meeting", periods: meetings.map((meeting, index) => meetingPeriod(meeting, index)) };
  }
  const units = ["month", "quarter", "year"] as const;
  const unit = units.find((candidate) => grouped(meetings, candidate).length <= MOST_COLUMNS) ?? "year";
  return { unit, periods: grouped(meetings, unit) };
}

function meetingPeriod(meeting: CoverageMeeting, index: number): Period {
  const { date, title } = meeting;
  if (!isDay(date)) return { label: ["no date", `${index + 1}`], name: `${title}, no date`, meetings: [index] };
  const day = `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`;
  return { label: [day, date.slice(0, 4)], name: `${day} ${date.slice(0, 4)}, ${title}`, meetings: [index] };
}

function grouped(meetings: readonly CoverageMeeting[], unit: Exclude<PeriodUnit, "meeting">): readonly Period[] {
  const groups = new Map<string, { label: readonly [string, string]; meetings: number[] }>();
  for (const [index, meeting] of meetings.entries()) {
    const label = dated(meeting, unit) ?? "no date";
    const group = groups.get(label) ?? { label: split(label), meetings: [] };
    group.meetings.push(index);
    groups.set(label, group);
  }
  return [...groups].map(([name, group]) => ({
    ...group,
    name: name === "no date" ? "Meetings without a date" : name,
  }));
}

function dated({ date }: CoverageMeeting, unit: Exclude<PeriodUnit, "meeting">): string | undefined {
  if (!isDay(date)) return undefined;
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  if (unit === "year") return year;
  return unit === "month" ? `${months[month - 1]} ${year}` : `Q${Math.ceil(month / 3)} ${year}`;
}

function split(label: string): readonly [string, string] {
  const [first = "", second = ""] = label.split(" ");
  return [first, second];
}
