import { expect, test } from "vitest";
import { finish } from "../../../core/index";
import { DocumentLines } from "../../../extension/hosts/document-lines";
import { LineIndex } from "../../../extension/hosts/line-index";
import { locate } from "../../../extension/hosts/locate";
import { inReadingOrder, type Run, runOf } from "../../../extension/hosts/runs";

/** A page of rows; `|` parts the runs of a row, which stand `gap` apart. */
function page(rows: readonly string[], gap = 0) {
  const runs = rows.flatMap((row, n) => {
    let left = 0;
    return row.split("|").flatMap((text): Run[] => {
      const run = runOf({ text, left, top: n * 20, width: text.length * 7, height: 16, font: "14px Arial" });
      left += text.length * 7 + gap;
      return run ? [run] : [];
    });
  });
  return inReadingOrder(runs);
}

function find(lines: readonly string[], rows: readonly string[], gap = 0): (readonly [number, string])[] {
  const document = new DocumentLines();
  finish(document.replace(lines.join("\n")));
  const index = new LineIndex();
  finish(index.change({ at: 0, removed: 0, inserted: document.lines }));
  return locate(page(rows, gap), index).map(({ entry, segments, edit }) => [
    entry.position,
    `${segments.map(({ run }) => run.text.trim()).join("/")}${edit ? " (edited)" : ""}`,
  ]);
}

const LONG = "We agreed on norms for every meeting of the team";

test.each<[string, string[], string[], (readonly [number, string])[]]>([
  [
    "a wrapped line is one line",
    [LONG, "Data"],
    ["We agreed on norms for ", "every meeting of the team", "Data"],
    [
      [0, "We agreed on norms for/every meeting of the team"],
      [1, "Data"],
    ],
  ],
  [
    "list markers belong to no line",
    [LONG, "Data"],
    [`●|${LONG}`, "1.|Data"],
    [
      [0, LONG],
      [1, "Data"],
    ],
  ],
  [
    "words within a line that are also another line are not that one",
    [LONG, "See again:", "Data", "The end of all our notes"],
    [LONG, "See again: |The end of all our notes", "Data", "The end of all our notes"],
    [
      [0, LONG],
      [1, "See again:"],
      [2, "Data"],
      [3, "The end of all our notes"],
    ],
  ],
  [
    "a line that is parted by a chip stands on both sides of it",
    [LONG, "See again:", "and the end of all our notes", "Data", LONG.slice(3)],
    [LONG, "See again: |Ms. Okafor| and the end of all our notes", "Data", LONG.slice(3)],
    [
      [0, LONG],
      [1, "See again:"],
      [2, "and the end of all our notes"],
      [3, "Data"],
      [4, LONG.slice(3)],
    ],
  ],
  [
    "spacing does not matter",
    ["We  agreed\u00a0on norms for all"],
    ["We agreed on norms for all "],
    [[0, "We agreed on norms for all"]],
  ],
  [
    "a line that is being typed in is known by the rest of it",
    [LONG, "Data", "The end of our notes"],
    [LONG, "Data on", "The end of our notes"],
    [
      [0, LONG],
      [1, "Data on (edited)"],
      [2, "The end of our notes"],
    ],
  ],
  [
    "a short line alone on a page could be any",
    ["Data", LONG, "Data", ...Array.from({ length: 300 }, (_, n) => `Line ${n}`)],
    ["Data"],
    [],
  ],
  [
    "a repeated line is told by its neighbours",
    [LONG, "Data", "Norms", "The end of our notes", "Data"],
    [LONG, "Data", "Norms", "The end of our notes"],
    [
      [0, LONG],
      [1, "Data"],
      [2, "Norms"],
      [3, "The end of our notes"],
    ],
  ],
  [
    "a copy that came without the text knowing makes all copies uncertain",
    [LONG, "Data", "The end of our notes"],
    [LONG, "Data", "Data", "The end of our notes"],
    [
      [0, LONG],
      [3 - 1, "The end of our notes"],
    ],
  ],
  ["words that the text does not have are no line", [LONG], ["Page 3 of 12", LONG], [[0, LONG]]],
])("%s", (_, lines, rows, expected) => {
  expect(find(lines, rows, rows.some((row) => row.includes("|")) ? 8 : 0)).toEqual(expected);
});

test("a page that begins within a paragraph shows the end of it", () => {
  const paragraph = `${"Before that we read the guide together. ".repeat(3)}And then we met.`;
  expect(find([paragraph, LONG], ["together. And then we met.", LONG])).toEqual([
    [0, "together. And then we met."],
    [1, LONG],
  ]);
});

test("cells beside each other are read one by one", () => {
  const lines = ["Deepa brings the exit slips", "We compare the results together", "Everything after the table"];
  const rows = [
    "Deepa brings the |We compare the results ",
    "exit slips       |together",
    "Everything after the table",
  ];
  expect(find(lines, rows, 20)).toEqual([
    [0, "Deepa brings the/exit slips"],
    [1, "We compare the results/together"],
    [2, "Everything after the table"],
  ]);
});

test.each<[string, string[], (readonly [number, string])[]]>([
  [
    "nothing else",
    ["of the words in it, 41", "of the words in it, 42"],
    [[0, "of the words in it, 41/of the words in it, 42"]],
  ],
  [
    "and then lines that stand elsewhere too",
    ["of the words in it, 98", "of the words in it, 99", "Data"],
    [
      [0, "of the words in it, 98/of the words in it, 99"],
      [1, "Data"],
    ],
  ],
  ["cut in a place that it has many times", ["of the words in it, "], []],
])("a page can begin within a very long paragraph and show %s", (_, rows, expected) => {
  const paragraph = Array.from({ length: 100 }, (_, n) => `of the words in it, ${n}`).join("");
  expect(find([paragraph, "Data", LONG, "Data"], rows)).toEqual(expected);
});
