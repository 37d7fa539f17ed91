import fc from "fast-check";
import { expect, test } from "vitest";
import { finish } from "../../../core/index";
import { DocumentLines } from "../../../extension/hosts/document-lines";
import { LineIndex } from "../../../extension/hosts/line-index";
import { type Located, locate } from "../../../extension/hosts/locate";
import { relocate } from "../../../extension/hosts/relocate";
import { inReadingOrder, type PlacedRun, type Run, runOf } from "../../../extension/hosts/runs";

/** A page that is painted again and again: what did not change are the same objects, as on a page that is read. */
class Page {
  private readonly known = new Map<string, Run>();
  private readonly placed = new WeakMap<Run, PlacedRun>();

  /** `|` parts the runs of a row, which stand `gap` apart. */
  runs(rows: readonly string[], gap = 0): PlacedRun[] {
    const runs = rows.flatMap((row, n) => {
      let left = 0;
      return row.split("|").flatMap((text) => {
        const name = `${n} ${left} ${text}`;
        const run =
          this.known.get(name) ??
          runOf({ text, left, top: n * 20, width: text.length * 7, height: 16, font: "14px Arial" });
        left += text.length * 7 + gap;
        if (!run) return [];
        this.known.set(name, run);
        return [run];
      });
    });
    return inReadingOrder(runs, this.placed);
  }
}

function indexOf(lines: readonly string[]): LineIndex {
  const document = new DocumentLines();
  finish(document.replace(lines.join("\n")));
  const index = new LineIndex();
  finish(index.change({ at: 0, removed: 0, inserted: document.lines }));
  return index;
}

const said = (found: readonly Located[] | undefined) =>
  found?.map(({ entry, segments, edit }) => [
    entry.position,
    `${segments.map(({ run }) => run.text.trim()).join("/")}${edit ? " (edited)" : ""}`,
  ]);

function again(lines: readonly string[], rows: readonly string[], then: readonly string[], gap = 0) {
  const page = new Page();
  const was = page.runs(rows, gap);
  const before = locate(was, indexOf(lines));
  return { before, found: relocate(before, was, page.runs(then, gap)) };
}

const NORMS = "We agreed on norms for every meeting";
const DATA = "Deepa brought the exit slips of Tuesday";
const END = "The end of our notes on this meeting";

test.each<[string, string[], string]>([
  ["a letter", [NORMS, "Deepa brought the exitt slips of Tuesday", END], `${DATA.replace("exit", "exitt")} (edited)`],
  [
    "a style, which parts its run",
    [NORMS, "Deepa brought |the exit slips of Tuesday", END],
    DATA.replace("t the", "t/the"),
  ],
])(
  "where one line alone got %s, it is found again, and the others stay the objects that they were",
  (_, then, shown) => {
    const { before, found } = again([NORMS, DATA, END], [NORMS, DATA, END], then);
    expect(said(found)?.[1]).toEqual([1, shown]);
    expect(found?.[0]).toBe(before[0]);
    expect(found?.[2]).toBe(before[2]);
  },
);

test("a page on which nothing changed is the page as it was", () => {
  const { before, found } = again([NORMS, DATA], [NORMS, DATA], [NORMS, DATA]);
  expect(found).toBe(before);
});

test.each<[string, string[], string[], string[], number]>([
  ["other rows moved", [NORMS, DATA, END], [NORMS, DATA, END], [NORMS, "Deepa brought", "the exit", END], 0],
  ["two lines changed", [NORMS, DATA, END], [NORMS, DATA, END], [`${NORMS}s`, `${DATA}s`, END], 0],
  ["a row came", [NORMS, DATA], [NORMS, DATA], [NORMS, DATA, "Data"], 0],
  [
    "little of the line is left",
    [NORMS, DATA, END],
    [NORMS, DATA, END],
    [NORMS, "Other words, and many of them", END],
    0,
  ],
  ["something stands beside it", [NORMS, DATA], [`${NORMS}|${DATA}`], [`${NORMS}|Deepa brought the exitt slips`], 30],
])("where %s, the page is looked over as a whole", (_, lines, rows, then, gap) => {
  expect(again(lines, rows, then, gap).found).toBeUndefined();
});

test("what is found again is what the whole page tells, wherever a line of telling words is typed in", () => {
  const lines = [NORMS, DATA, END, "Norms", "Data"];
  const index = indexOf(lines);
  const letters = fc.string({ unit: fc.constantFrom("a", "s", " ", "T"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.nat(2), fc.nat(30), letters, (line, at, typed) => {
      const page = new Page();
      const was = page.runs(lines);
      const then = lines.map((text, n) => (n === line ? text.slice(0, at) + typed + text.slice(at) : text));
      const runs = page.runs(then);
      expect(said(relocate(locate(was, index), was, runs))).toEqual(said(locate(runs, index)));
    }),
  );
});
