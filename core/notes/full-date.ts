import { dayIn, isoDay } from "./dates";
import { isDay } from "./json";

/** The first day that a text names, as `YYYY-MM-DD`; undefined where that has no year or is not in the calendar. */
export function fullDateIn(text: string): string | undefined {
  const day = dayIn(text);
  const date = day && isoDay(day);
  return date && isDay(date) ? date : undefined;
}
