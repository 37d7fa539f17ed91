import { decode } from "./decode";
import { refuseForeign } from "./foreign-formats";
import { CoverageReport, UnreadableNotes } from "./unreadable-notes";
import { openZip, type Zip } from "./zip";

/** A format that notes are read from, with the bytes to read. */
export interface Recognized {
  readonly format: "docx" | "html" | "markdown" | "text" | "json";
  readonly bytes: Uint8Array;
}

/** Tells the format of a file by its content, and by its name where the content allows several; throws `UnreadableNotes`. */
export function recognize(bytes: Uint8Array, name: string): Recognized {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  refuseForeign(bytes, name, extension);
  if (isZip(bytes)) return inZip(bytes);
  const text = decode(bytes);
  if (text.trim() === "")
    throw new UnreadableNotes("This file is empty.", "Check that it is the right file, and that it was saved.");
  if (text.includes("\0")) {
    throw new UnreadableNotes("This file does not hold text.", "Notes can be .docx, .md, .txt, .html or .json files.");
  }
  refuseLink(text, extension);
  if (isReport(text)) throw new CoverageReport();
  if (extension === "json") return { format: "json", bytes };
  if (HTML_START.test(text.slice(0, 4096)) || HTML_NAMES.has(extension)) return { format: "html", bytes };
  if (holdsNotesJson(text)) return { format: "json", bytes };
  if (WORD_NAMES.has(extension)) {
    throw new UnreadableNotes(
      `This file is named .${extension} but is not a Word document.`,
      "Open it in the program that it comes from, and save it as .docx.",
    );
  }
  return { format: MARKDOWN_NAMES.has(extension) ? "markdown" : "text", bytes };
}

/** Stands in the head of the coverage page. */
export const REPORT_MARK = '<meta name="generator" content="Plumbline coverage">';

const HTML_NAMES: ReadonlySet<string> = new Set(["html", "htm", "xhtml"]);
const MARKDOWN_NAMES: ReadonlySet<string> = new Set(["md", "markdown", "mdown", "mkd"]);
const WORD_NAMES: ReadonlySet<string> = new Set(["docx", "docm", "dotx", "doc"]);

/** A page may open with an XML declaration or with comments. */
const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b/i;

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

function inZip(bytes: Uint8Array): Recognized {
  const zip = openZip(bytes);
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name));
  if (has(/^\/?word\//i)) return { format: "docx", bytes };
  if (has(/^xl\//))
    throw new UnreadableNotes("This is a spreadsheet.", "Copy the notes into a document and save that as .docx.");
  if (has(/^ppt\//))
    throw new UnreadableNotes("This is a slide show.", "Copy the notes into a document and save that as .docx.");
  if (has(/^Index\/|^Index\.zip$|\.iwa$/))
    throw new UnreadableNotes(
      "This is a Pages document.",
      "In Pages, choose File > Export To > Word, and use the .docx.",
    );
  if (has(/^mimetype$/) && has(/^content\.xml$/)) {
    throw new UnreadableNotes(
      "This is an OpenDocument file.",
      "In LibreOffice, choose File > Save As, and save it as .docx.",
    );
  }
  return { format: "html", bytes: onlyPage(zip) };
}

/** Google Docs downloads "Web Page" as a zip of one page and its pictures. */
function onlyPage(zip: Zip): Uint8Array {
  const pages = zip.names.filter((name) => /\.html?$/i.test(name) && !name.startsWith("__MACOSX/"));
  const [page] = pages;
  if (page !== undefined && pages.length === 1) return zip.read(page);
  throw new UnreadableNotes(
    "This is a zip archive, not a document.",
    "Unpack it, and use the documents in it one by one.",
  );
}

/** Google Drive on a computer shows a document as a small file that only leads to it. */
function refuseLink(text: string, extension: string): void {
  const link = /^g(?:doc|sheet|slides|draw|note)$/.test(extension);
  const leads =
    text.length < 10_000 && /^\s*\{/.test(text) && /"doc_id"\s*:|"url"\s*:\s*"https:\/\/docs\.google\.com/.test(text);
  if (link || (leads && !/"lines"\s*:/.test(text))) {
    throw new UnreadableNotes(
      "This is only a link to a Google document.",
      "Open the document in Google Docs, choose File > Download > Microsoft Word (.docx), and use that file.",
    );
  }
}

/** Written by us: the page says so in its head, and no other JSON has these three at its top. */
function isReport(text: string): boolean {
  if (text.slice(0, 4096).includes(REPORT_MARK)) return true;
  if (!/^\s*\{/.test(text)) return false;
  return /"rubric":/.test(text) && /"meetings":/.test(text) && /"totals":/.test(text) && !/^ {2}"lines":/m.test(text);
}

/** Notes JSON under another name. "[Draft] Notes" opens with a bracket too, so only a whole object counts. */
function holdsNotesJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "lines" in value;
  } catch {
    return false;
  }
}
