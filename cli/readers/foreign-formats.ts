import { UnreadableNotes } from "./unreadable-notes";

/** Throws `UnreadableNotes` with the way out for formats that are not read but that teachers have at hand. */
export function refuseForeign(bytes: Uint8Array, name: string, extension: string): void {
  const head = latin1(bytes.subarray(0, 1024));
  if (/^(?:.*[/\\])?~\$/.test(name) && bytes.length < 1024) {
    throw new UnreadableNotes(
      "This is the mark that Word leaves while a document is open.",
      "Use the document of the same name without ~$.",
    );
  }
  // Some programs write a few bytes before the mark, and readers of PDF allow it.
  if (head.includes("%PDF-")) {
    throw new UnreadableNotes(
      "This is a PDF.",
      "Save the notes as .docx where they were written, or copy the text into a .txt file.",
    );
  }
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) throw oldOffice(bytes, extension);
  if (head.startsWith("{\\rtf"))
    throw new UnreadableNotes(
      "This is a rich text file (.rtf).",
      "Open it in Word or Google Docs and save it as .docx.",
    );
  if (IMAGES.some((mark) => mark.test(head))) {
    throw new UnreadableNotes(
      "This is a picture.",
      "Only text can be read: type the notes up, or use the document they come from.",
    );
  }
  if (/^(?:pages|odt|xlsx|pptx)$/.test(extension) && !head.startsWith("PK")) {
    throw new UnreadableNotes(
      `A .${extension} file cannot be read.`,
      "Save it as .docx, or copy its text into a .txt file.",
    );
  }
  if (/^(?:MIME-Version|From|Received|Return-Path|Message-ID):.*\r?\n/i.test(head) && /^content-type:/im.test(head)) {
    throw new UnreadableNotes(
      "This is an e-mail or a web archive.",
      "Open it, copy the notes into a document and save that as .docx.",
    );
  }
}

const IMAGES: readonly RegExp[] = [
  /^\x89PNG/,
  /^\xff\xd8\xff/,
  /^GIF8[79]a/,
  /^RIFF[\s\S]{4}WEBP/,
  /^(?:II\*\0|MM\0\*)/,
  /^[\s\S]{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)/,
  /^BM[\s\S]{4}\0\0\0\0/,
];

/** Word 97 and its kin, and also what Word makes of a .docx with a password. */
function oldOffice(bytes: Uint8Array, extension: string): UnreadableNotes {
  const utf16 = (text: string) => Buffer.from(text, "utf16le");
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(utf16("EncryptedPackage")) || file.includes(utf16("EncryptionInfo"))) {
    return new UnreadableNotes(
      "This document is locked with a password.",
      "In Word, save a copy without the password and use that.",
    );
  }
  if (/^(?:xls|ppt|msg|pub)$/.test(extension)) {
    return new UnreadableNotes(
      `A .${extension} file cannot be read.`,
      "Copy the notes into a document and save that as .docx.",
    );
  }
  return new UnreadableNotes(
    "This is an old Word document (.doc).",
    "Open it in Word or Google Docs and save it as .docx.",
  );
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
