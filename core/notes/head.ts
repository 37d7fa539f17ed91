import { fullDateIn } from "./full-date";
import { tidy } from "./line-collector";
import type { Line, Notes } from "./notes";

/** Longest first line that is taken for a title where nothing is marked as one. */
const TITLE_LENGTH = 120;

/** Lines from the top in which the day of the meeting is looked for. */
const DATE_LINES = 6;

/** Title and day of a document: by the name that somebody gave it, else by what it marks as its title, else by its first line. */
export function headOf(
  lines: readonly Line[],
  name: string,
  marked: string | undefined,
): Pick<Notes, "title" | "date"> {
  const title = named(tidy(name)) ?? marked ?? firstLine(lines);
  const date = firstDate([...lines.slice(0, DATE_LINES).map(({ text }) => text), title ?? ""]);
  return { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
}

/** A title that somebody chose. */
const named = (title: string): string | undefined => (title && !/^untitled\b/i.test(title) ? title : undefined);

function firstLine(lines: readonly Line[]): string | undefined {
  const first = lines.find(({ text }) => text);
  const fit = first && first.kind !== "bullet" && first.kind !== "cell" && first.text.length <= TITLE_LENGTH;
  return fit ? first.text : undefined;
}

function firstDate(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const date = fullDateIn(text);
    if (date) return date;
  }
  return undefined;
}
