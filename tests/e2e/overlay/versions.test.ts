import { expect, test } from "vitest";
import type { ExpectedTag } from "./expected";
import { Versions } from "./versions";

/** SB1 on the word "norms" of these lines. */
const tagsOn = (texts: readonly string[], ...lines: readonly number[]) =>
  lines.map((line): ExpectedTag => {
    const text = texts[line] as string;
    const start = text.indexOf("norms");
    return { line, code: "SB1", stance: "evidenced", text, spans: [[start, start + 5]] };
  });

const first = ["We agreed on norms", "Bus 6 is late", "No norms"];

/** After the first text and these edits, with tags on the first line of the first text only. */
function after(...edits: readonly (readonly string[])[]): Versions {
  const versions = new Versions(3);
  versions.add(first, tagsOn(first, 0));
  for (const edit of edits) versions.add(edit, []);
  return versions;
}

test.each<[string, readonly (readonly string[])[], number, string, boolean]>([
  ["its own words", [], 0, "norms", true],
  ["part of them", [], 0, "nor", true],
  ["the same words of another line", [], 2, "norms", false],
  ["a space", [], 0, " ", false],
  ["nothing", [], 0, "", false],
  ["other words of its line", [], 0, "agreed", false],
  ["its words, with a space typed in", [["We agreed on no rms", ...first.slice(1)]], 0, "no rms", true],
  ["its words, pushed down by a new line", [["Welcome", ...first]], 1, "norms", true],
  ["the same words in a new line", [["Our norms", ...first]], 0, "norms", false],
  ["its words in the second half of a split line", [["We agreed", " on norms", ...first.slice(1)]], 1, "norms", true],
  ["its words in a joined line", [["We agreed on normsBus 6 is late", "No norms"]], 0, "norms", true],
  [
    "words of a version too long ago",
    [
      ["A", ...first],
      ["B", ...first],
      ["C", ...first],
    ],
    1,
    "norms",
    false,
  ],
])("a mark on %s", (_, edits, line, text, right) => {
  expect(after(...edits).allow("SB1", { line, text })).toBe(right);
});

test("a mark of another code than the tag's is wrong", () => {
  expect(after().allow("SB2", { line: 0, text: "norms" })).toBe(false);
});
