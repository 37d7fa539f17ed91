import { describe, expect, test } from "vitest";
import { notesFromHtml } from "../../../cli/readers/html";
import { UnreadableNotes } from "../../../cli/readers/unreadable-notes";

const lines = (html: string) => notesFromHtml(html).lines.map(({ offset, ...line }) => line);
const texts = (html: string) => notesFromHtml(html).lines.map(({ text }) => text);

describe("notesFromHtml", { timeout: 30_000 }, () => {
  test("counts offsets as if the lines were joined by line ends", () => {
    const read = notesFromHtml("<h1>PLC 🧑‍🏫</h1><table><td>a<td><td>b</table><p>c");
    const joined = read.lines.map(({ text }) => text).join("\n");
    for (const { text, offset = -1 } of read.lines) expect(joined.slice(offset, offset + text.length)).toBe(text);
    expect(read.lines.map(({ offset }) => offset)).toEqual([0, 10, 12, 13, 15]);
  });

  test.each([
    ["the page's title", "<title>Ours &amp; theirs</title><h1>Other</h1>", "Ours & theirs"],
    ["the first-level heading under an idle title", "<title>Untitled document</title><p>a<h1>Other</h1>", "Other"],
    ["Google Docs' Title", "<p>a<p class='c1 title'>Title<h1>Other</h1>", "Title"],
    ["the heading after an empty one", "<h1> </h1><h1>Other</h1>", "Other"],
    ["the first line where nothing is marked", "<p>Team notes<p>a", "Team notes"],
  ])("takes for a title %s", (_, html, title) => {
    expect(notesFromHtml(html).title).toBe(title);
  });

  test("has no title where the first line is an item", () => {
    expect(notesFromHtml("<ul><li>a</ul>")).not.toHaveProperty("title");
  });

  test("dates the notes by their first lines, or by the title", () => {
    expect(notesFromHtml("<h1>PLC</h1><p>Wed, Sept 3, 2025")).toHaveProperty("date", "2025-09-03");
    expect(notesFromHtml("<title>PLC 9/3/2025</title><p>a")).toHaveProperty("date", "2025-09-03");
    expect(notesFromHtml(`${"<p>a".repeat(20)}<p>due 9/3/2025`)).not.toHaveProperty("date");
  });

  test("takes the depth of an item from the lists around it, from Google Docs and from Word", () => {
    expect(
      lines(
        "<ul><li>a<ul><li>b</ul></ul><ul class='lst-kix_x1-2 start'><li>c</ul><p style='mso-list:l1 level3 lfo1'>d",
      ),
    ).toEqual([
      { kind: "bullet", text: "a", depth: 0 },
      { kind: "bullet", text: "b", depth: 1 },
      { kind: "bullet", text: "c", depth: 2 },
      { kind: "bullet", text: "d", depth: 2 },
    ]);
  });

  test("keeps a numbered heading a heading", () => {
    expect(lines("<ol><li><h2 style='display:inline'>Data</h2></li></ol>")).toEqual([
      { kind: "heading", text: "Data", depth: 2 },
    ]);
  });

  test.each([
    ["an input", "<ul><li><input type=checkbox checked> a</ul>"],
    ["an input in a label", "<ul><li><label><input type=CHECKBOX checked=''></label><div><p>a</p></div></ul>"],
    ["a role", "<ul><li role=checkbox aria-checked=true>a</ul>"],
    ["a role within the item", "<ul><li><span role=checkbox aria-checked=true></span>a</ul>"],
    ["an editor's attribute", "<ul><li data-checked=true>a</ul>"],
    ["a character", "<p>☑ a"],
    ["typed brackets", "<p>[x] a"],
    ["an input in a paragraph", "<p><input type=checkbox checked>a"],
  ])("sees the tick in %s", (_, html) => {
    expect(lines(html)).toEqual([{ kind: "bullet", text: "a", depth: 0, checked: true }]);
  });

  test("puts the tick on the first line of an item only", () => {
    expect(lines("<ul><li><input type=checkbox>a<br>b</ul>").map(({ checked }) => checked)).toEqual([false, undefined]);
  });

  test("does not take initials, numbers or quotes for marks", () => {
    expect(texts("<p>A. Ruiz agreed<p>4. Data<p>“Yes”<p>-5 points")).toEqual([
      "A. Ruiz agreed",
      "4. Data",
      "“Yes”",
      "-5 points",
    ]);
  });

  test("finds columns past cells that span rows and columns", () => {
    const html =
      "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td rowspan=9>f<td>g<tr><td>h<td>i</table>";
    expect(lines(html).map(({ text, row, column }) => `${text}${row}${column}`)).toEqual([
      "a00",
      "b01",
      "c11",
      "d12",
      "e20",
      "f21",
      "g22",
      "h30",
      "i32",
    ]);
  });

  test("gives a table in a cell rows and columns of its own, and then goes on in the cell", () => {
    expect(
      lines("<table><tr><td>a<td>b<table><tr><td>c<td></table>d<td></table>").map(({ text, row, column }) => [
        text,
        row,
        column,
      ]),
    ).toEqual([
      ["a", 0, 0],
      ["b", 0, 1],
      ["c", 0, 0],
      ["", 0, 1],
      ["d", 0, 1],
      ["", 0, 2],
    ]);
  });

  test("keeps each paragraph and item of a cell a line of that cell", () => {
    expect(lines("<table><tr><td><h2>a</h2><ul><li>b<ul><li>c</ul></ul>d<br>e</table>")).toEqual(
      ["a", "b", "c", "d", "e"].map((text) => ({ kind: "cell", text, row: 0, column: 0 })),
    );
  });

  test("leaves out Google Docs' and Word's comments, and keeps links that only look like theirs", () => {
    const html =
      "<p>a<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup> <a href='https://x.org/#cmnt1'>b</a></p>" +
      "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>said<p>more</div><div style='mso-element:comment-list'><p>said</div>";
    expect(texts(html)).toEqual(["a b"]);
  });

  test("does not lose a page that is one block with a comment in it", () => {
    expect(texts("<div><p>a</p><p><a href='#cmnt_ref1'>[a]</a>said</p><p>b</p></div>")).toEqual(["a", "b"]);
  });

  test("takes a short bold paragraph for a heading where there is no other, and only there", () => {
    const body = "<p><b>Norms</b><p>We start on time.<p><b>This is a sentence.</b><p><b>a</b> b<p><b>c<br>d</b>";
    expect(lines(body).map(({ kind }) => kind)).toEqual(["heading", "para", "para", "para", "para", "para"]);
    expect(lines(`${body}<h3>x`).map(({ kind }) => kind)).toEqual([
      "para",
      "para",
      "para",
      "para",
      "para",
      "para",
      "heading",
    ]);
  });

  test("knows bold by style and class, and that Google's wrapper in bold is not", () => {
    const wrapped = "<style>.c1{color:red;font-weight:700}h1.c2{font-weight:700}</style><b style='font-weight:normal'>";
    expect(
      lines(`${wrapped}<p>a<p><span class=c1>b</span><p class=c2>c<p style='font-weight: bold'>d`).map(
        ({ kind }) => kind,
      ),
    ).toEqual(["para", "heading", "para", "heading"]);
  });

  test("passes over what a style sheet hides", () => {
    expect(texts("<style>.h{display:none} .broken{</style><p class=h>a<p>b")).toEqual(["b"]);
  });

  test("tidies spaces and characters without width, and keeps those that emoji are made of", () => {
    expect(texts("<p> a&nbsp;\t\n b&#x200b;c&shy;d &#1; \u2003e👩‍🏫 </p>")).toEqual(["a bcd e👩‍🏫"]);
  });

  test.each([
    "div",
    "b",
    "ul><li",
    "table><tr><td",
    "span",
    "a href=x",
    "font size=1",
    "blockquote",
    "p><b",
    "details",
  ])("reads <%s> nested ten thousand times", (tag) => {
    expect(texts(`${`<${tag}>`.repeat(10_000)}end`)).toContain("end");
  });

  test.each([
    ["nested without end", "<div>".repeat(60_000)],
    [
      "with tags that multiply",
      `<p>${Array.from({ length: 3000 }, (_, size) => `<font size=${size}>`).join("")}${"<p>x".repeat(3000)}`,
    ],
  ])("refuses a page %s", (_, html) => {
    expect(() => notesFromHtml(html)).toThrow(UnreadableNotes);
  });

  test.each([
    ["long lines", `<p>${"word ".repeat(400_000)}`],
    ["runs of spaces", `<p>a${" ".repeat(2_000_000)}b`],
    ["an open style sheet", `<style>${".a{".repeat(500_000)}</style><p>x`],
    ["wide cells", `<table><tr>${"<td colspan=1000 rowspan=65534>x".repeat(20_000)}</table>`],
  ])("reads %s in good time", (_, html) => {
    const start = performance.now();
    expect(texts(html).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
