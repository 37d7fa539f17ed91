import { dateFromName } from "../../core/notes/date-from-name";
import type { Notes } from "../../core/notes/notes";
import { readDocx } from "./docx";
import { type Recognized, recognize } from "./format";
import { readHtml } from "./html";
import { readJson } from "./json";
import { readMarkdown } from "./markdown";
import type { Reader } from "./reader";
import { readText } from "./text";
import { UnreadableNotes } from "./unreadable-notes";

const READERS: Readonly<Record<Recognized["format"], Reader>> = {
  docx: readDocx,
  html: readHtml,
  json: readJson,
  markdown: readMarkdown,
  text: readText,
};

/** Largest file that is read, in bytes. */
const LARGEST = 50 * 1024 * 1024;

/** Notes as read, and what a person should know of the reading. */
export interface ReadNotes {
  readonly notes: Notes;
  readonly warnings: string[];
}

/** Reads a file of notes; throws `UnreadableNotes` and nothing else. `name` helps where the content leaves the format open, and to date the notes. */
export async function readNotes(bytes: Uint8Array, name: string): Promise<ReadNotes> {
  if (bytes.length === 0)
    throw new UnreadableNotes("This file is empty.", "Check that it is the right file, and that it was saved.");
  if (bytes.length > LARGEST) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    throw new UnreadableNotes(
      `This file has ${size} MB, and at most 50 MB are read.`,
      "Take the pictures out, or split it, for example by semester.",
    );
  }
  const warnings: string[] = [];
  const recognized = recognize(bytes, name);
  const read = await READERS[recognized.format](recognized.bytes, (warning) => warnings.push(warning));
  if (!read.lines.some(({ text }) => text.trim()))
    warnings.push("There is no text in this file. A scan or a picture of notes cannot be read.");
  const date = read.date ?? dateFromName(name);
  return { notes: date === undefined ? read : { ...read, date }, warnings };
}
