import { dayIn, isoDay } from "./dates";
import type { Line, LineKind, Notes } from "./notes";
import usualHeadings from "./usual-headings.json" with { type: "json" };

const BULLET = /^(?:[-*•◦▪●○‣·–—→➢✓✔o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})[.)])[ \t]+/;
const CHECKBOX = /^(?:[-*•] +)?(?:\[([ xX✓]?)\]|([☐☑☒✅]))[ \t]*/u;
const TIMED =
  /^(?:at )?\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:-|–|to) ?\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?)?[ \t]*[:\t–-]? *(?=\p{L})/iu;
const CLOCK = /^\d{1,2}[:.]\d{2}/;
const HASHES = /^(#{1,6})[ \t]+/;
const UNDERLINE = /^(?:={3,}|-{3,})$/;

/** Headings that are known by their words, even straight after a list. */
const USUAL: ReadonlySet<string> = new Set(usualHeadings);
/** Longest line that can be a heading by its form alone. */
const HEADING_LENGTH = 60;

/**
 * Reads notes typed as plain text. Each line of the text is one line of the notes, blank ones too, so that an index in
 * the notes is a line number in the file. `offset` counts UTF-16 units from the start of the text.
 */
export function notesFromText(text: string): Notes {
  const rows = rowsOf(text);
  const lines = rows.map((row, at) => lineOf(row, rows[at - 1], rows[at + 1]));
  const title = lines.find((line) => line.text)?.text;
  const day = lines
    .slice(0, 6)
    .map((line) => dayIn(line.text))
    .find((found) => found?.year !== undefined);
  const date = day && isoDay(day);
  return {
    lines,
    ...(title === undefined ? {} : { title: title.slice(0, 120) }),
    ...(date === undefined ? {} : { date }),
  };
}

interface Row {
  readonly text: string;
  readonly offset: number;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let offset = 0;
  for (;;) {
    const at = text.indexOf("\n", offset);
    const end = at < 0 ? text.length : at;
    const cut = end > offset && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (at >= 0 || end > offset) rows.push({ text: text.slice(offset, cut), offset });
    if (at < 0) return rows;
    offset = at + 1;
  }
}

function lineOf(row: Row, before: Row | undefined, after: Row | undefined): Line {
  const blankStart = row.text.length - row.text.trimStart().length;
  const indent = row.text.slice(0, blankStart).replace(/\t/g, "  ").length;
  let body = row.text.slice(blankStart);
  let offset = row.offset + blankStart;
  let kind: LineKind = "para";
  let depth: number | undefined;
  let checked: boolean | undefined;
  const strip = (length: number) => {
    body = body.slice(length);
    offset += length;
  };

  const hashes = HASHES.exec(body);
  const box = CHECKBOX.exec(body);
  const bullet = BULLET.exec(body);
  if (hashes) {
    kind = "heading";
    depth = (hashes[1] as string).length;
    strip(hashes[0].length);
  } else if (box) {
    kind = "bullet";
    depth = indent >> 1;
    checked = /[xX✓☑☒✅]/u.test(box[1] ?? box[2] ?? "");
    strip(box[0].length);
  } else if (bullet) {
    kind = "bullet";
    depth = indent >> 1;
    strip(bullet[0].length);
  } else if (CLOCK.test(body) && TIMED.test(body)) kind = "item";
  else if (UNDERLINE.test(body)) body = "";
  else if (looksLikeHeading(body, before?.text, after?.text)) {
    kind = "heading";
    depth = 1;
  }
  return {
    kind,
    text: body.trimEnd(),
    offset,
    ...(depth === undefined ? {} : { depth }),
    ...(checked === undefined ? {} : { checked }),
  };
}

/** A short line that stands apart, is underlined, ends with a bare colon or is all capitals. */
function looksLikeHeading(text: string, before: string | undefined, after: string | undefined): boolean {
  const trimmed = text.trim();
  if (!trimmed || trimmed.length > HEADING_LENGTH) return false;
  if (after !== undefined && UNDERLINE.test(after.trim())) return true;
  const listFollows = after !== undefined && BULLET.test(after.trimStart());
  if (/[:：]$/.test(trimmed)) return after !== undefined && after.trim() !== "" && (listFollows || !before?.trim());
  if (/[.!?,;]$/.test(trimmed)) return false;
  const letters = trimmed.replace(/[^\p{L}]/gu, "");
  if (letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return true;
  if (listFollows && USUAL.has(trimmed.toLowerCase())) return true;
  return listFollows && (before === undefined || !before.trim());
}
