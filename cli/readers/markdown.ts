import { Marked } from "marked";
import type { Notes } from "../../core/notes/notes";
import { notesFromText } from "../../core/notes/text";
import { decode } from "./decode";
import { frontMatterOf } from "./front-matter";
import { notesFromHtml } from "./html";
import type { Reader } from "./reader";

const marked = new Marked({ gfm: true, async: false });

/** Reads Markdown, with tables, checklists and front matter. */
export const readMarkdown = ((bytes: Uint8Array, warn?: (warning: string) => void): Notes => {
  const { fields, body, warnings } = frontMatterOf(decode(bytes));
  for (const warning of warnings) warn?.(warning);
  return { ...notesFromMarkdown(body, warn), ...fields };
}) satisfies Reader;

function notesFromMarkdown(markdown: string, warn?: (warning: string) => void): Notes {
  try {
    return notesFromHtml(marked.parse(tamed(withoutMarks(markdown)), { async: false }));
  } catch {
    // marked recurses: quotes within quotes by the thousand overflow its stack.
    warn?.("The Markdown could not be followed, so it was read as plain text.");
    return notesFromText(markdown);
  }
}

/** Google Docs exports footnotes as `[^1]` and `[^1]: text`, and anchors of headings as `{#id}`; neither is GFM. */
const withoutMarks = (markdown: string): string =>
  markdown.replace(/\[\^[\w-]{1,40}\]:?[ \t]*/g, "").replace(/[ \t]\{#[^\s{}]{1,200}\}[ \t]*$/gm, "");

/** marked reads what is inside a list or a quote anew at each depth. Nobody writes fifty of them, so deeper ones are cut flat. */
const tamed = (markdown: string): string =>
  markdown.replace(/^([ \t]{100})[ \t]+/gm, "$1").replace(/^((?:[ \t]{0,3}>){50})(?:[ \t]{0,3}>)+/gm, "$1");
