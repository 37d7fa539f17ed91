import type { Coverage } from "../../core/coverage/coverage";
import type { Stance, Tier } from "../../core/tagger/tag";
import { framework, type ReportRubric } from "./framework";

/** Each stance with its shape, its name and what it means, in words for a teacher. */
export const stances: Readonly<Record<Stance, { mark: string; name: string; meaning: string }>> = {
  evidenced: { mark: "●", name: "Evidenced", meaning: "it happened, or it is how the team works" },
  planned: { mark: "○", name: "Planned", meaning: "an agenda item or an action still to come" },
  contrary: { mark: "△", name: "Found missing", meaning: "the notes say it was missed, skipped or broken" },
};

/** The two tiers by name. */
export const tiers: Readonly<Record<Tier, string>> = { found: "Found", suggested: "Worth a look" };

/** Short names of the months. */
export const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Said once in every report: who made the tags and what the percentage means. */
export const suggestionNote =
  "A program picked these lines as suggestions; they are not judgements, and what they mean is for the team to say. " +
  "The percentage is how often people would agree with a pick like it. Only lines marked Found are counted.";

/** Said where practices have not been seen. */
export const notYetSeenNote =
  "These may happen outside these notes, may not have been written down, or may be a choice for later.";

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Writes `2025-10-12` as "12 Oct 2025"; says "no date" where there is none. */
export function day(date: string | undefined): string {
  if (!isDay(date)) return date ?? "no date";
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** "1 meeting", "12 meetings". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Says in one sentence what shows and what is not yet seen. */
export function headline(coverage: Coverage, rubric: ReportRubric): string {
  const views = framework(coverage, rubric).filter(({ dimension }) => rubric.dimensions.includes(dimension));
  const indicators = views.flatMap((view) => view.indicators);
  const of = (state: string) => indicators.filter(({ totals }) => totals.state === state);
  const [seen, planned, unseen] = [of("seen").length, of("planned").length, of("not yet seen")];
  const where = count(coverage.meetings.length, "meeting");
  if (coverage.meetings.length === 0) return "No meetings have been read yet.";
  if (seen + planned === 0) return `None of the ${indicators.length} practices shows yet in ${where}.`;
  const parts = [`${seen} of ${indicators.length} practices ${seen === 1 ? "shows" : "show"} in ${where}`];
  if (planned > 0) parts.push(`${planned} more ${planned === 1 ? "is" : "are"} planned`);
  if (unseen.length > 2) parts.push(`${unseen.length} are not yet seen`);
  else if (unseen.length > 0) {
    parts.push(`not yet seen: ${unseen.map(({ indicator }) => indicator.title).join(" and ")}`);
  } else if (planned === 0) return `All ${indicators.length} practices show in ${where}.`;
  const last = parts.pop();
  const glue = unseen.length > 0 && unseen.length <= 2 ? "; " : ", and ";
  return `${parts.join(", ")}${parts.length > 0 ? glue : ""}${last}.`;
}

/** The first and the last day of the notes: "3 Sep 2025 to 12 Jun 2026". */
export function span(coverage: Coverage): string {
  const days = coverage.meetings.flatMap(({ date }) => (isDay(date) ? [date] : [])).sort();
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return "";
  return first === last ? day(first) : `${day(first)} to ${day(last)}`;
}

/** What was read and found, in one line. */
export function readings(coverage: Coverage): string {
  const { meetings } = coverage;
  const tags = meetings.flatMap((meeting) => meeting.tags);
  const agendas = meetings.filter(({ type }) => type === "agenda").length;
  const undated = meetings.filter(({ date }) => !isDay(date)).length;
  const parts = [
    `${count(meetings.length, "meeting")} read${agendas > 0 ? ` (${count(agendas, "agenda")})` : ""}`,
    count(
      meetings.reduce((sum, { lines }) => sum + lines, 0),
      "line",
    ),
    `${tags.filter(({ tier }) => tier === "found").length} found`,
    `${tags.filter(({ tier }) => tier === "suggested").length} worth a look`,
  ];
  if (undated > 0) parts.push(`${undated} without a date`);
  return parts.join(" · ");
}
