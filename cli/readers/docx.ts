import mammoth from "mammoth";
import type { Notes } from "../../core/notes/notes";
import { notesFromHtml } from "./html";
import type { Reader } from "./reader";
import { UnreadableNotes } from "./unreadable-notes";
import { openZip } from "./zip";

/** Reads a Word document, such as Word, Google Docs and LibreOffice write. */
export const readDocx = (async (bytes: Uint8Array): Promise<Notes> => {
  const parts = partsOf(bytes);
  let html: string;
  try {
    html = (await mammoth.convertToHtml(parts, OPTIONS)).value;
  } catch (error) {
    if (error instanceof UnreadableNotes) throw error;
    throw new UnreadableNotes(
      "This Word document is damaged or not put together as Word does it.",
      "Open it in Word or Google Docs, save it as .docx once more and use that.",
      { cause: error },
    );
  }
  return notesFromHtml(html);
}) satisfies Reader;

/** Bytes of XML that a part may hold: some twenty times as many are needed in memory to read it. */
const LARGEST_PART = 40 * 1024 * 1024;

/**
 * The document as mammoth takes it when it is already unpacked. Its declared types know only whole files, which it would
 * unpack by itself and without a limit.
 */
function partsOf(bytes: Uint8Array): Parameters<typeof mammoth.convertToHtml>[0] {
  const zip = openZip(bytes);
  const names = new Set(zip.names);
  const file = {
    exists: (name: string) => names.has(name),
    read: async (name: string, encoding?: string) => {
      const part = zip.read(name);
      if (part.length > LARGEST_PART) throw tooLong();
      return encoding ? new TextDecoder().decode(part) : part;
    },
  };
  return { file } as unknown as ReturnType<typeof partsOf>;
}

const tooLong = () =>
  new UnreadableNotes(
    "This Word document is too long to read.",
    "Split it, for example by semester, and use the parts.",
  );

/** Depths of lists from 1; mammoth knows five, Word and Google Docs nine. */
const DEPTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The path of a list item in mammoth's terms: within whatever lists are open above it. */
const itemPath = (list: "ul" | "ol", depth: number) => `${"ul|ol > li > ".repeat(depth - 1)}${list} > li:fresh`;

const OPTIONS = {
  includeEmbeddedStyleMap: false,
  // A table of contents says each heading once more.
  styleMap: [
    "p[style-name='Title'] => h1.title:fresh",
    "p[style-name='Subtitle'] => p:fresh",
    ...[7, 8, 9].flatMap((level) => [
      `p[style-name='Heading ${level}'] => h6:fresh`,
      `p[style-name='heading ${level}'] => h6:fresh`,
    ]),
    ...DEPTHS.map((level) => `p[style-name='toc ${level}'] => !`),
    // Word's list styles carry their depth in the name alone.
    ...[2, 3, 4, 5].flatMap((depth) => [
      `p[style-name='List Bullet ${depth}'] => ${itemPath("ul", depth)}`,
      `p[style-name='List Number ${depth}'] => ${itemPath("ol", depth)}`,
    ]),
    ...DEPTHS.slice(5).flatMap((depth) => [
      `p:unordered-list(${depth}) => ${itemPath("ul", depth)}`,
      `p:ordered-list(${depth}) => ${itemPath("ol", depth)}`,
    ]),
  ],
  // Pictures are never unpacked: notes are words.
  convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
};
