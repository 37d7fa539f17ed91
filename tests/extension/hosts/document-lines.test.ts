import fc from "fast-check";
import { expect, test } from "vitest";
import { finish } from "../../../core/index";
import { DocumentLines } from "../../../extension/hosts/document-lines";
import { textPatch } from "../../../extension/hosts/page/text-patch";

const read = (text: string) => {
  const document = new DocumentLines();
  finish(document.replace(text));
  return document;
};
const plain = (document: DocumentLines) => document.lines.map(({ id: _, ...line }) => line);
const ids = (document: DocumentLines) => document.lines.map(({ id }) => id);

test("paragraphs, empty ones and cells are lines; the marks of the text's ends are none", () => {
  const document = read(
    "\u0003Norms\n\n\u0010\u0012\u001cWho\n\u001cWhat\n\u0012\u001c\n\u001cData\n\u0011After\n\u0003\n",
  );
  expect(document.lines.map(({ text, cell }) => [text, cell?.row, cell?.column])).toEqual([
    ["Norms", undefined, undefined],
    ["", undefined, undefined],
    ["Who", 0, 0],
    ["What", 0, 1],
    ["", 1, 0],
    ["Data", 1, 1],
    ["After", undefined, undefined],
    ["", undefined, undefined],
  ]);
});

test("an object in a paragraph parts it, and each side is a line", () => {
  const document = read("\u0003Met with \u0007 about norms\nNext\n\u0003\n");
  expect(document.lines.map(({ text, line }) => [text, line.text])).toEqual([
    ["Met with ", "Met with"],
    [" about norms", "about norms"],
    ["Next", "Next"],
    ["", ""],
  ]);
  expect([5, 15, 25].map((offset) => document.lineAt(offset))).toEqual([0, 1, 2]);
});

test("a line keeps its id while it is typed in, and when others come and go above it", () => {
  const before = "\u0003One\nTwo\nThree\n\u0003\n";
  const document = read(before);
  const old = ids(document);
  for (const after of ["\u0003One\nTwo more\nThree\n\u0003\n", "\u0003One\nNew\nTwo more\nThree\n\u0003\n"]) {
    finish(document.patch(textPatch(text(document), after)));
    expect(text(document)).toBe(after);
  }
  expect([ids(document)[0], ids(document)[2], ids(document)[3]]).toEqual(old.slice(0, 3));
});

test("edits far apart, read at once, leave each line its id: one that came above and one that went below move none", () => {
  const document = read("\u0003One\nTwo\nThree\nFour\nFive\n\u0003\n");
  const [one, two, three, , five] = ids(document);
  finish(document.patch(textPatch(text(document), "\u0003New\nOne\nTwo more\nThree\nFive\n\u0003\n")));
  const now = new Map(document.lines.map((line) => [line.text, line.id]));
  expect(["One", "Two more", "Three", "Five"].map((line) => now.get(line))).toEqual([one, two, three, five]);
  expect(ids(document)[0]).not.toBe(one);
});

test("a patch that reaches past the text is refused and changes nothing", () => {
  const document = read("\u0003One\n\u0003\n");
  expect(finish(document.patch({ at: 400, removed: 1, inserted: "x" }))).toBeUndefined();
  expect(document.lines.map((line) => line.text)).toEqual(["One", ""]);
});

test("patched lines are those of the whole text, and each change tells just what to replace", () => {
  const paragraph = fc.constantFrom(
    "Data",
    "- a bullet",
    "  2. second",
    "NORMS:",
    "",
    "We met.\vAnd again",
    "\u0010\u0012\u001cWho",
    "\u0011",
  );
  const whole = fc.array(paragraph, { maxLength: 8 }).map((rows) => `\u0003${rows.join("\n")}\n\u0003\n`);
  fc.assert(
    fc.property(whole, fc.array(whole, { maxLength: 5 }), (first, others) => {
      const document = read(first);
      let before = first;
      for (const after of others) {
        const old = [...document.lines];
        const change = finish(document.patch(textPatch(before, after)));
        expect(plain(document)).toEqual(plain(read(after)));
        expect(new Set(ids(document)).size).toBe(document.lines.length);
        if (change) old.splice(change.at, change.removed, ...change.inserted);
        expect(old).toEqual(document.lines);
        before = after;
      }
    }),
  );
});

const texts = new WeakMap<DocumentLines, string>();
/** The text that a document was made of, put together again. */
function text(document: DocumentLines): string {
  const known = texts.get(document);
  const now = `\u0003${document.lines
    .slice(0, -1)
    .map((line) => line.text)
    .join("\n")}\n\u0003\n`;
  texts.set(document, now);
  return known === now ? known : now;
}
