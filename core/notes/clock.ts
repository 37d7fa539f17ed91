/** Words that stand between the start and the end of a stretch of time. */
export const RANGE_WORDS = "to|until|till?";

/**
 * One clock time, as the source of a pattern with five groups: hour, minutes, half of the day (12- and 24-hour: "2:45", "14h05",
 * "3pm", "2.45 p.m."), four digits ("0930"), and noon.
 */
export const CLOCK =
  "(?:(\\d{1,2})(?:(?:[:.]|(?<!(?:^|\\D)[0-3])h)(\\d{2}))?(?:\\s?([ap])(?:\\.?\\s?m\\b\\.?|(?![a-z\\d'’.])))?|([01]\\d[0-5]\\d|2[0-3][0-5]\\d)(?!\\d)|(?:12 )?(noon|midday)\\b)";

/** A clock time that was read. */
export interface ClockTime {
  /** `a` or `p`, where the text says it. */
  readonly half: string | undefined;
  /** Whether it is surely a time by itself, not a bare number. */
  readonly sure: boolean;
  readonly military: boolean;
  /** Minutes from midnight. Without a half, hours before seven are taken as afternoon: teams meet in school hours. */
  minutes(half: string | undefined): number;
}

/** Reads the groups of `CLOCK` from group `at` on; undefined where no clock shows that. */
export function clockAt(match: RegExpExecArray, at: number): ClockTime | undefined {
  const [hour, minute, letter, digits, noon] = match.slice(at, at + 5);
  if (noon) return { half: undefined, sure: true, military: false, minutes: () => 12 * 60 };
  if (digits) {
    const whole = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
    // 1900 to 2059 are more often years.
    return { half: undefined, sure: whole < 19 * 60, military: true, minutes: () => whole };
  }
  const hours = Number(hour);
  const rest = Number(minute ?? 0);
  const half = letter?.toLowerCase();
  if (hour === undefined || hours > 24 || rest > 59 || (half && hours > 12)) return undefined;
  const minutes = (said: string | undefined) => {
    const midnight = said === "a" && hours === 12;
    const after = !hour.startsWith("0") && (said ? said === "p" && hours < 12 : hours < 7);
    return (midnight ? 0 : hours + (after ? 12 : 0)) * 60 + rest;
  };
  return { half, sure: minute !== undefined || half !== undefined, military: false, minutes };
}
