import type { Line, Notes } from "../../core/notes/notes";
import { decode } from "./decode";
import { fullDateIn } from "./full-date";
import { tidy } from "./html/line-collector";
import { linesOf } from "./html/lines";
import { surveyOf } from "./html/survey";
import { parseHtml } from "./html/tree";
import type { Reader } from "./reader";

/** Longest first line that is taken for a title where nothing is marked as one. */
const TITLE_LENGTH = 120;

/** Lines from the top in which the day of the meeting is looked for. */
const DATE_LINES = 6;

/** Reads a web page, such as Google Docs, Word and LibreOffice write. */
export const readHtml = ((bytes: Uint8Array): Notes => notesFromHtml(decode(bytes))) satisfies Reader;

/** Reads notes from the text of a web page or of a part of one. Nothing in it is run, and nothing it names is fetched. */
export function notesFromHtml(html: string): Notes {
  const page = parseHtml(html);
  const survey = surveyOf(page);
  const { lines, marked } = linesOf(page, survey);
  const title = named(tidy(survey.title)) ?? marked ?? firstLine(lines);
  const date = firstDate([...lines.slice(0, DATE_LINES).map(({ text }) => text), title ?? ""]);
  return { lines, ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
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
