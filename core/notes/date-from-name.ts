import { fullDateIn } from "./full-date";

/** Numbers of a date between equal separators, and their day written as `fullDateIn` reads it. */
const FORMS: readonly { readonly pattern: RegExp; readonly day: (match: RegExpMatchArray) => string }[] = [
  {
    pattern: /(?<!\d)(20\d\d)([-._ ])(\d{1,2})\2(\d{1,2})(?!\d)/g,
    day: ([, year, , month, day]) => `${year}-${month}-${day}`,
  },
  {
    pattern: /(?<!\d)(\d{1,2})([-._])(\d{1,2})\2(20\d\d|\d\d)(?!\d)/g,
    day: ([, month, , day, year]) => `${month}-${day}-${year}`,
  },
  { pattern: /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/g, day: ([, year, month, day]) => `${year}-${month}-${day}` },
];

/** The day of a meeting by the name of its file ("2025-09-03 PLC.docx", "PLC 9-3-25", "Sept 3 2025"), as `YYYY-MM-DD`. */
export function dateFromName(name: string): string | undefined {
  const stem = name.replace(/^.*[/\\]/, "").replace(/\.[A-Za-z]{1,8}$/, "");
  for (const { pattern, day } of FORMS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(stem); match; match = pattern.exec(stem)) {
      const date = fullDateIn(day(match));
      if (date) return date;
    }
  }
  return fullDateIn(stem.replace(/[-._,\s]+/g, " "));
}
