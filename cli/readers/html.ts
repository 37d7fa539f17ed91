import { headOf } from "../../core/notes/head";
import type { Notes } from "../../core/notes/notes";
import { decode } from "./decode";
import { linesOf } from "./html/lines";
import { surveyOf } from "./html/survey";
import { parseHtml } from "./html/tree";
import type { Reader } from "./reader";

/** Reads a web page, such as Google Docs, Word and LibreOffice write. */
export const readHtml = ((bytes: Uint8Array): Notes => notesFromHtml(decode(bytes))) satisfies Reader;

/** Reads notes from the text of a web page or of a part of one. Nothing in it is run, and nothing it names is fetched. */
export function notesFromHtml(html: string): Notes {
  const page = parseHtml(html);
  const survey = surveyOf(page);
  const { lines, marked } = linesOf(page, survey);
  return { lines, ...headOf(lines, survey.title, marked) };
}
