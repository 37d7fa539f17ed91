import type { Stance } from "../../core/tagger/tag";
import says from "../sentences.json" with { type: "json" };

/** Each stance with its mark and its name, in words for a teacher. */
export const STANCE_WORDS: Readonly<Record<Stance, { readonly mark: string; readonly name: string }>> = {
  evidenced: { mark: "●", name: "Evidenced" },
  planned: { mark: "○", name: "Planned" },
  contrary: { mark: "△", name: "Found missing" },
};

/** What a line of evidence counts for, as the sheet says it. */
export const COUNTED = {
  found: "Found",
  suggested: "Worth a look",
  rejected: "Not counted",
  printed: "Printed text",
  gone: "Line is gone",
} as const;

/** Said once: who made the picks and what they are worth. */
export const SUGGESTION_NOTE = says.suggestionNote;

/** Said where practices have not been seen. */
export const NOT_YET_SEEN_NOTE = says.notYetSeenNote;

const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "Oct 2025", from `2025-10` or from a day of that month. */
export const monthName = (month: string): string =>
  `${MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;

/** "12 Oct 2025", from `2025-10-12`. */
export const dayName = (day: string): string => `${Number(day.slice(8, 10))} ${monthName(day)}`;

/** "2026-01-12 09:05 UTC": sorts as it reads. Where a person is, a script cannot know. */
export const momentName = (moment: Date): string => `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** "1 meeting", "12 meetings". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
