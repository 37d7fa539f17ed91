import { expect, test } from "vitest";
import { encoderInput, type LineInPlace, linePieces } from "../../deep-reader/encoder-input";
import type { Cutter } from "../../deep-reader/word-pieces";

/** A number for each word: its length. */
const byLength: Cutter = (text, most) => {
  const ids = text
    .split(" ")
    .filter(Boolean)
    .slice(0, most)
    .map(({ length }) => length);
  return { ids, starts: ids, ends: ids, words: ids };
};
const [START, PART] = [101, 102];
const inputOf = (line: Partial<LineInPlace>) => {
  const whole: LineInPlace = { text: "", kind: "bullet", type: "minutes", heading: "", previous: "", ...line };
  return encoderInput(byLength, linePieces(byLength, whole.text), whole);
};

test("a line is shown between its marks; its kind, heading and the line before follow, each closed by a mark", () => {
  expect(inputOf({ text: "a bb", heading: "ccc", previous: "dddd e" })).toEqual({
    line: [START, 1, 2, PART],
    around: [7, 6, PART, 3, PART, 4, 1, PART],
  });
});

test("what is not there leaves its mark", () => {
  expect(inputOf({ text: "a" }).around).toEqual([7, 6, PART, PART, PART]);
});

test("no part is read further than the encoder learned to read", () => {
  const long = "w ".repeat(500);
  const { line, around } = inputOf({ text: long, heading: long, previous: long });
  expect([line.length, around.length]).toEqual([112 + 2, 2 + 16 + 24 + 3]);
});
