import { describe, expect, test } from "vitest";
import { readDocx } from "../../../cli/readers/docx";
import { UnreadableNotes } from "../../../cli/readers/unreadable-notes";
import { docxOf, paragraph, W, zipOf } from "./fixtures/zip-of";

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const texts = async (bytes: Uint8Array) => (await readDocx(bytes)).lines.map(({ text }) => text);

describe("readDocx", { timeout: 30_000 }, () => {
  test("reads a document that has no part but its text", async () => {
    expect(await readDocx(docxOf(paragraph("PLC 9/3/2025")))).toEqual({
      title: "PLC 9/3/2025",
      date: "2025-09-03",
      lines: [{ kind: "para", text: "PLC 9/3/2025", offset: 0 }],
    });
  });

  test("keeps footnotes and leaves out their marks", async () => {
    const footnotes = `<w:footnotes ${W}><w:footnote w:id="1">${paragraph("Fall screener")}</w:footnote></w:footnotes>`;
    const body = '<w:p><w:r><w:t>61%</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    expect((await readDocx(docxOf(body, { "word/footnotes.xml": footnotes }))).lines).toMatchObject([
      { kind: "para", text: "61%" },
      { kind: "para", text: "Fall screener" },
    ]);
  });

  test("leaves out comments and a table of contents", async () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`;
    const comments = `<w:comments ${W}><w:comment w:id="1">${paragraph("said")}</w:comment></w:comments>`;
    const body = `${paragraph("Norms 2", '<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>')}<w:p><w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    expect(await texts(docxOf(body, { "word/styles.xml": styles, "word/comments.xml": comments }))).toEqual(["a"]);
  });

  test("opens no file that a document links to", async () => {
    const relations = `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`;
    const picture =
      '<w:p><w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    expect(await texts(docxOf(picture + paragraph("a"), { "word/_rels/document.xml.rels": relations }))).toEqual(["a"]);
  });

  test("does not expand entities of its own making", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]><w:document ${W}><w:body>${paragraph("x &b; &f;")}</w:body></w:document>`;
    const read = await readDocx(zipOf({ "word/document.xml": xml })).catch((error: unknown) => error);
    if (!(read instanceof UnreadableNotes)) expect(JSON.stringify(read)).not.toContain("aaaaaaaaaa");
  });

  test("does not let a document restyle itself", async () => {
    const bytes = docxOf(paragraph("a"), { "mammoth/style-map": "p => !" });
    expect(await texts(bytes)).toEqual(["a"]);
  });

  test.each([
    ["nothing that Word needs", zipOf({ "word/other.xml": "<a/>" })],
    ["broken XML", zipOf({ "word/document.xml": "<w:document" })],
    ["no XML", zipOf({ "word/document.xml": "hello" })],
    ["an empty part", zipOf({ "word/document.xml": "" })],
    ["no body", zipOf({ "word/document.xml": `<w:document ${W}/>` })],
    ["tags nested ten thousand deep", docxOf(`${"<w:ins>".repeat(10_000)}${"</w:ins>".repeat(10_000)}`)],
    [
      "a part that says it holds less than it does",
      zipOf({ "word/document.xml": "x".repeat(100_000) }, { statedSize: 10 }),
    ],
    ["a locked part", zipOf({ "word/document.xml": "<a/>" }, { locked: true })],
    ["a compression that Word does not use", zipOf({ "word/document.xml": "<a/>" }, { method: 12 })],
    ["the first half only", docxOf(paragraph("a")).subarray(0, 150)],
    ["text", Buffer.from("hello")],
    ["no bytes", new Uint8Array()],
  ])("refuses a document with %s", async (_, bytes) => {
    await expect(readDocx(bytes)).rejects.toThrow(UnreadableNotes);
  });

  test.each([
    ["says it unpacks to more than any notes", zipOf({ "word/document.xml": "<a/>" }, { statedSize: 0x7fffffff })],
    ["is packed two hundred times over", zipOf({ "word/document.xml": new Uint8Array(20_000_000) })],
    [
      "has many parts of an allowed size",
      zipOf(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`word/${at}`, "a"])), { statedSize: 9_000_000 }),
    ],
  ])("refuses a zip bomb that %s", async (_, bytes) => {
    await expect(readDocx(bytes)).rejects.toThrow(/absurd size/);
  });
});
