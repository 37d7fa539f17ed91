import fc from "fast-check";
import { expect, test } from "vitest";
import { type Anchor, anchorOf, placeAnchors } from "../../../core/index";

const notes = [
  "Data",
  "61 of 84 got 15 or more on the sound check",
  "Priya to bring the writing samples on Tuesday",
  "ok",
  "Data",
  "regroup for phonics from Monday",
];
const anchor = (at: number) => anchorOf(notes, at) as Anchor;

test("an anchor keeps the line and a little of its neighbours", () => {
  expect(anchor(2)).toEqual({ quote: notes[2], prefix: notes[1]?.slice(-32), suffix: "ok" });
  expect(anchorOf(["", "a"], 0)).toBeUndefined();
});

test.each([
  ["typed on", 2, "Priya to bring the writing samples on Tuesday, all of Year 2 and the two from Ms Oduya's class"],
  ["a word changed", 1, "63 of 84 got 15 or more on the sounds check"],
  ["words taken out", 2, "Priya to bring writing samples Tuesday"],
])("a line that was %s is found again", (_, at, edited) => {
  const lines = ["New first line", ...notes];
  lines[at + 1] = edited;
  expect(placeAnchors([anchor(at)], lines)).toEqual([at + 1]);
});

test("what cannot be found again has lost its line", () => {
  expect(placeAnchors([anchor(2), anchor(3)], ["Data", "fire drill on Thursday", "okay then"])).toEqual([
    undefined,
    undefined,
  ]);
});

test("of twins the one with the same neighbours is taken", () => {
  expect(placeAnchors([anchor(0), anchor(4)], notes)).toEqual([0, 4]);
});

test("lines that only move keep their decisions", () => {
  const words = fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){2,7}$/);
  fc.assert(
    fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 12 }), fc.integer(), (lines, seed) => {
      const moved = [...lines].sort((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
      const anchors = lines.map((_, at) => anchorOf(lines, at) as Anchor);
      expect(placeAnchors(anchors, moved)).toEqual(lines.map((line) => moved.indexOf(line)));
    }),
  );
});
