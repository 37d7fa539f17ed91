import fc from "fast-check";
import { expect, test } from "vitest";
import { notesFromText } from "../../../core/index";

const kinds = (text: string) => notesFromText(text).lines.map(({ kind, text }) => `${kind}: ${text}`);

test("a phone-typed meeting gives headings, bullets, items and paragraphs", () => {
  const text = `Gr 4 PLC 10/8/2025
present: Ana, Lou

DATA
- 12 of 22 got item 4
  - Lou's class 5
* [x] copies
☐ order paper
Next steps:
1. sort the slips
2:45 Welcome
3:00-3:20 look at exit slips (Ana)
we ran out of time.`;
  expect(kinds(text)).toEqual([
    "para: Gr 4 PLC 10/8/2025",
    "para: present: Ana, Lou",
    "para: ",
    "heading: DATA",
    "bullet: 12 of 22 got item 4",
    "bullet: Lou's class 5",
    "bullet: copies",
    "bullet: order paper",
    "heading: Next steps:",
    "bullet: sort the slips",
    "item: 2:45 Welcome",
    "item: 3:00-3:20 look at exit slips (Ana)",
    "para: we ran out of time.",
  ]);
});

test("a usual heading counts as one straight after a list", () => {
  expect(kinds("DATA\n- 12 of 22\nNext steps\n- sort slips\nSnacks\n- Deb")).toEqual([
    "heading: DATA",
    "bullet: 12 of 22",
    "heading: Next steps",
    "bullet: sort slips",
    "para: Snacks",
    "bullet: Deb",
  ]);
});

test("depth follows the indent, and ticks are kept", () => {
  const { lines } = notesFromText("- a\n  - b\n\t\t- c\n- [x] d\n- [ ] e");
  expect(lines.map(({ depth }) => depth)).toEqual([0, 1, 2, 0, 0]);
  expect(lines.map(({ checked }) => checked)).toEqual([undefined, undefined, undefined, true, false]);
});

test.each([
  ["Title 2025-09-03\nx", "2025-09-03"],
  ["Grade 4, Sept 3, 2025", "2025-09-03"],
  ["3rd of September 2025 PLC", "2025-09-03"],
  ["PLC 25/9/2025", "2025-09-25"],
  ["PLC 9/3", undefined],
])("the date of %j is %s", (text, date) => {
  expect(notesFromText(text).date).toBe(date);
});

test("each line of the text is one line of the notes, at its offset", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }).map((line) => line.replace(/[\r\n]/g, " "))), (rows) => {
      const text = rows.join("\n");
      const { lines } = notesFromText(text);
      expect(lines.length).toBe(rows.length === 0 || rows.at(-1) === "" ? Math.max(rows.length - 1, 0) : rows.length);
      for (const line of lines) expect(text.slice(line.offset, (line.offset ?? 0) + line.text.length)).toBe(line.text);
    }),
  );
});

test("Windows line ends leave no trace", () => {
  expect(notesFromText("a\r\nb\r\n").lines.map(({ text }) => text)).toEqual(["a", "b"]);
});
