const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** A day that a text names. Parts that the text leaves out are absent. */
export interface NamedDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const FORMS: readonly {
  pattern: RegExp;
  read: (m: RegExpExecArray) => [year: string | undefined, month: string, day: string];
}[] = [
  { pattern: /(?<![\d/-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/i, read: (m) => [m[1], m[2] as string, m[3] as string] },
  {
    pattern: new RegExp(`\\b(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4})\\b)?`, "i"),
    read: (m) => [m[3], m[1] as string, m[2] as string],
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})\\b\\.?(?:,? (\\d{4})\\b)?`, "i"),
    read: (m) => [m[3], m[2] as string, m[1] as string],
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/,
    read: (m) => [m[4], m[1] as string, m[3] as string],
  },
  {
    pattern: /(?<![\d/.$£€])(\d{1,2})\/(\d{1,2})(?![\d/%]|\s?h(?:ou)?rs?\b)/i,
    read: (m) => [undefined, m[1] as string, m[2] as string],
  },
];

/** The first day that a text names, or undefined. `3/9` is read month first, unless that cannot be. */
export function dayIn(text: string): NamedDay | undefined {
  let first: NamedDay | undefined;
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text);
    if (!match || (first && match.index >= first.start)) continue;
    const [yearText, monthText, dayText] = read(match);
    let month = /^\d/.test(monthText) ? Number(monthText) : MONTHS.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
    let day = Number(dayText);
    if (month > 12 && day <= 12) [month, day] = [day, month];
    const year =
      yearText === undefined ? undefined : yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
    if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) continue;
    first = {
      month,
      day,
      start: match.index,
      end: match.index + match[0].length,
      ...(year === undefined ? {} : { year }),
    };
  }
  return first;
}

/** Days of a month; February has 29 where the year is not known. */
function daysIn(month: number, year: number | undefined): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return leap ? 29 : 28;
}

const two = (n: number) => String(n).padStart(2, "0");

/** `YYYY-MM-DD`, or undefined where the year is not known or has no such day ("Feb 29"). */
export function isoDay({ year, month, day }: NamedDay, fallbackYear?: number): string | undefined {
  const known = year ?? fallbackYear;
  return known === undefined || day > daysIn(month, known) ? undefined : `${known}-${two(month)}-${two(day)}`;
}
