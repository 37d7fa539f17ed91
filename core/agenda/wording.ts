const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "12 Oct 2025" for `2025-10-12`. */
export const dayWords = (day: string): string =>
  `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;

/** "1 minute", "12 minutes". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;

const QUOTED = 60;

/** A text in quotation marks, cut short where it is long. */
export function quoted(text: string): string {
  const clean = text.trim();
  if (clean.length <= QUOTED) return `“${clean}”`;
  const cut = clean.slice(0, QUOTED);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(" "), QUOTED / 2)).replace(/[\s,;:/–—-]+$/, "")} …”`;
}

/** "2:45" for 885 minutes from midnight, as school clocks show it. */
export const clockWords = (minutes: number): string => {
  const hour = Math.floor(minutes / 60) % 24;
  return `${hour > 12 ? hour - 12 : hour || 12}:${String(Math.round(minutes) % 60).padStart(2, "0")}`;
};
