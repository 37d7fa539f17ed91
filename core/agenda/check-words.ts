import type { Rubric } from "../rubric/schema";
import type { AgendaCheck, AgendaItem, FindingType, QuestionView } from "./agenda-check";
import { count } from "./wording";

/** What each type of finding is called, in words for a facilitator. */
export const findingTitles: Readonly<Record<FindingType, string>> = {
  missing: "Not yet on it",
  followUp: "To come back to",
  time: "Time",
  craft: "How it is built",
  neglected: "Not seen for a while",
};

/** The order in which types are shown. */
export const findingOrder: readonly FindingType[] = ["missing", "followUp", "time", "craft", "neglected"];

/** Where the minutes go, the most first; what gets none is left out. */
export function minutesByPart(
  { minutes }: AgendaCheck,
  rubric: Pick<Rubric, "dimensions">,
): { key: string; title: string; minutes: number }[] {
  const parts = [
    ...rubric.dimensions.map(({ key, short }) => ({ key, title: short, minutes: minutes.byDimension[key] ?? 0 })),
    { key: "", title: "Logistics", minutes: minutes.logistics },
    { key: "", title: "Opening, closing, other", minutes: minutes.other },
  ];
  return parts.filter((part) => part.minutes > 0).sort((a, b) => b.minutes - a.minutes);
}

/** "20 min", "about 20 min" where it is a share of what is left over, "no time yet". */
export function minutesWords({ minutes, given }: Pick<AgendaItem, "minutes" | "given">): string {
  if (minutes === undefined) return "no time yet";
  return given ? `${minutes} min` : `about ${minutes} min`;
}

/** Who leads an item and what to bring, as far as its own words do not say it: "Lou · bring: three samples"; "" where they do. */
export function besideWords({ text, owners, bring }: Pick<AgendaItem, "text" | "owners" | "bring">): string {
  const here = text.toLowerCase();
  const named = owners.filter((owner) => !here.includes(owner.toLowerCase()));
  const wanted = bring
    .map((words) => words.replace(/^(?:please )?bring:?\s+/i, "").trim())
    .filter((words) => words && !here.includes(words.toLowerCase()));
  return [named.join(", "), wanted.length > 0 ? `bring: ${wanted.join("; ")}` : ""].filter(Boolean).join(" · ");
}

/** "20 min", "on it" or "not yet on it", for a guiding question. */
export const answerWords = ({ answered, minutes }: Pick<QuestionView, "answered" | "minutes">): string =>
  answered ? (minutes > 0 ? `${minutes} min` : "on it") : "not yet on it";

/** How much time there is, in one sentence; empty where nothing is known. */
export function timeWords({ minutes: { total, meeting, left } }: AgendaCheck): string {
  if (total === 0 && meeting === undefined) return "";
  if (meeting === undefined) return `The items add up to ${count(total, "minute")}.`;
  if (left === undefined || left === 0) return `The ${meeting} minutes of the meeting are all given out.`;
  return left > 0
    ? `${left} of the ${meeting} minutes ${left === 1 ? "is" : "are"} not given to an item yet.`
    : `The items need ${count(-left, "minute")} more than the ${meeting} there are.`;
}
