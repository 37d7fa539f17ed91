import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readNotes } from "../../../cli/readers/read-notes";
import { UnreadableNotes } from "../../../cli/readers/unreadable-notes";
import { docxOf, paragraph, zipOf } from "./fixtures/zip-of";

const kinds = async (content: string | Uint8Array, name: string) => {
  const { notes } = await readNotes(Buffer.from(content as Uint8Array), name);
  return notes.lines.map(({ kind, text }) => `${kind}:${text}`);
};
const refusal = async (bytes: Uint8Array, name: string) => {
  const error: unknown = await readNotes(bytes, name).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnreadableNotes)) throw new Error(`${name} is read`);
  return error;
};
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const JSON_NOTES = '{"title": "PLC", "lines": [{"kind": "bullet", "text": "a"}], "room": "12"}';

describe("readNotes", () => {
  test.each([
    ["a page by its content", "<!doctype html><h2>a</h2>", "notes.txt", ["heading:a"]],
    ["a page saved as .doc", "\ufeff<html><h2>a</h2>", "notes.doc", ["heading:a"]],
    ["a part of a page by its name", "<h2>a</h2>", "NOTES.HTM", ["heading:a"]],
    ["tags in plain text as text", "<h2>a</h2> x", "notes.txt", ["para:<h2>a</h2> x"]],
    ["Markdown by its name", "**a** b", "notes.md", ["para:a b"]],
    ["Notes JSON by its content", JSON_NOTES, "download", ["bullet:a"]],
    [
      "a draft that opens with a bracket",
      "[Draft] of the agenda, {v2}, for all of us and for everyone else too",
      "notes.txt",
      undefined,
    ],
    [
      "text that opens with a brace",
      "{what we said} was much more than what is written in these few words",
      "notes",
      undefined,
    ],
    ["a document without a name", docxOf(paragraph("a")), "", ["para:a"]],
    ["a document under a wrong name", docxOf(paragraph("a")), "notes.txt", ["para:a"]],
    [
      "a zipped page of Google Docs",
      zipOf({ "PLC.html": "<h2>a</h2>", "images/1.png": "x" }),
      "PLC.zip",
      ["heading:a"],
    ],
  ])("reads %s", async (_, content, name, expected) => {
    expect(await kinds(content, name)).toEqual(expected ?? [`para:${content}`]);
  });

  test("dates notes by the name of the file where they say nothing themselves", async () => {
    expect((await readNotes(Buffer.from("a"), "PLC 9-3-25.txt")).notes.date).toBe("2025-09-03");
    expect((await readNotes(Buffer.from("Oct 1, 2025"), "PLC 9-3-25.txt")).notes.date).toBe("2025-10-01");
    expect((await readNotes(Buffer.from("a"), "PLC.txt")).notes).not.toHaveProperty("date");
  });

  test("passes on what a reader warns of", async () => {
    expect((await readNotes(Buffer.from(JSON_NOTES), "a.json")).warnings).toEqual([
      '"room" is not a field of notes and was left out.',
    ]);
  });

  test("warns of a document that has no text", async () => {
    expect((await readNotes(docxOf("<w:p/>"), "scan.docx")).warnings).toEqual([expect.stringContaining("no text")]);
  });

  test.each([
    ["an empty file", "", "a.txt", /empty/],
    ["a file of blanks", "\ufeff \n\n", "a.md", /empty/],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", "notes.pdf", /PDF.*(docx|copy)/],
    ["a PDF under another name", "%PDF-1.7", "notes.docx", /PDF/],
    ["an old Word document", OLE, "notes.doc", /old Word/],
    ["an old spreadsheet", OLE, "notes.xls", /\.xls/],
    [
      "a document with a password",
      Buffer.concat([OLE, Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]),
      "a.docx",
      /password/,
    ],
    ["a zip with a password", zipOf({ "word/document.xml": "<a/>" }, { locked: true }), "a.docx", /password/],
    ["a rich text file", "{\\rtf1\\ansi hello}", "notes.rtf", /rich text/],
    ["a photo", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "board.jpg", /picture/],
    ["a screenshot", readFileSync(join(import.meta.dirname, "fixtures/dot.png")), "notes.docx", /picture/],
    ["a photo from a phone", "\0\0\0\x18ftypheic\0\0", "board.heic", /picture/],
    [
      "a shortcut to a Google document",
      '{"":"WARNING! DO NOT EDIT","doc_id":"1AbC","email":"k@x.org"}',
      "PLC.gdoc",
      /only a link.*docx/,
    ],
    ["an old shortcut under another name", '{"url": "https://docs.google.com/open?id=1AbC"}', "PLC.txt", /only a link/],
    ["a Pages document", zipOf({ "Index/Document.iwa": "x" }), "PLC.pages", /Pages.*Export/],
    ["a spreadsheet", zipOf({ "xl/workbook.xml": "<a/>" }), "PLC.xlsx", /spreadsheet/],
    ["a slide show", zipOf({ "ppt/presentation.xml": "<a/>" }), "PLC.pptx", /slide/],
    [
      "an OpenDocument file",
      zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }),
      "PLC.odt",
      /OpenDocument/,
    ],
    ["an archive of documents", zipOf({ "a.docx": "x", "b.docx": "y" }), "PLC.zip", /archive/],
    ["a torn zip", docxOf(paragraph("a")).subarray(0, 200), "PLC.docx", /damaged/],
    ["the mark of an open document", "\x04Kim\0\0", "/home/kim/~$PLC.docx", /open/],
    ["text that is named as a document", "hello", "PLC.docx", /not a Word document/],
    ["a program", "\x7fELF\0\0\0", "a.out", /text/],
    ["JSON that is not notes", "[1, 2]", "a.json", /.+/],
    ["broken JSON", '{"lines": [', "a.json", /JSON/],
    ["a web archive", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "a.mht", /archive/],
  ])("refuses %s and says what to do", async (_, content, name, said) => {
    const bytes =
      typeof content === "string" ? Buffer.from(content, content.startsWith("\ufeff") ? "utf8" : "latin1") : content;
    const { problem, remedy, message } = await refusal(bytes, name);
    expect(message).toMatch(said);
    for (const sentence of [problem, remedy]) expect(sentence).toMatch(/^\p{Lu}.*[.]$/su);
  });

  test("refuses what is larger than 50 MB before it looks at it", async () => {
    expect((await refusal(new Uint8Array(50 * 1024 * 1024 + 1), "a.txt")).problem).toBe(
      "This file has 51 MB, and at most 50 MB are read.",
    );
  });
});
