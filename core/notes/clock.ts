import numberWords from "./number-words.json" with { type: "json" };

/** Words that stand between the start and the end of a stretch of time. */
export const RANGE_WORDS = "to|until|till?|thru|through|à|bis";

const HOURS = Object.keys(numberWords).slice(0, 12);
const STEPS: Readonly<Record<string, number>> = { ...numberWords, quarter: 15, half: 30 };
const HOUR = `(?:${HOURS.join("|")}|1[0-2]|[1-9])\\b(?!:\\d)`;
/** Words that tell that a clock time in words may follow. */
export const SPOKEN_SIGNS = `past|quarter|o['’]?clock|to (?:${HOURS.join("|")})`;
/** "Half past two", "quarter to 4", "three o'clock"; but "five to ten people" are people. */
const SPOKEN =
  `(?:(?:half|(?:a )?quarter|twenty-five|twenty|ten|five)(?: minutes)? (?:past|after) ${HOUR}|(?:a )?quarter (?:to|before|till) ${HOUR}|` +
  `(?:twenty-five|twenty|ten|five)(?: minutes)? (?:to|before|till) ${HOUR}(?=\\s*(?:$|[:;.,)\\]–—-]))|${HOUR} o['’]?clock\\b)`;

/** How many groups `CLOCK` has. */
export const GROUPS = 6;
/**
 * One clock time, as the source of a pattern with six groups: hour, minutes, half of the day (12- and 24-hour: "2:45", "14h05",
 * "3pm", "2.45 p.m."), four digits ("0930"), noon, and a time in words.
 */
export const CLOCK = `(?:(?<![\\p{L}-])(${SPOKEN})|(\\d{1,2})(?:(?:[:.]|(?<!(?:^|\\D)[0-3])h)(\\d{2}))?(?:\\s?([ap])(?:\\.?\\s?m\\b\\.?|(?![a-z\\d'’.])))?|([01]\\d[0-5]\\d|2[0-3][0-5]\\d)(?!\\d)|(?:12 )?(noon|midday)\\b)`;

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
  const [spoken, hour, minute, letter, digits, noon] = match.slice(at, at + GROUPS);
  if (spoken) return inWords(spoken.toLowerCase());
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

/** Without a half of the day, hours before seven are taken as afternoon, as with figures. */
function inWords(text: string): ClockTime {
  const [step = ""] = /^(?:a )?[a-z-]+/.exec(text) ?? [];
  const [last = ""] = /\S+$/.exec(text.replace(/ o['’]?clock$/, "")) ?? [];
  const hour = HOURS.includes(last) ? HOURS.indexOf(last) + 1 : Number(last);
  const offset = /o['’]?clock/.test(text) ? 0 : (STEPS[step.replace(/^a /, "")] ?? 0);
  const whole = (hour + (hour < 7 ? 12 : 0)) * 60 + (/ (?:to|before|till) /.test(text) ? -offset : offset);
  return { half: undefined, sure: true, military: false, minutes: () => whole };
}
