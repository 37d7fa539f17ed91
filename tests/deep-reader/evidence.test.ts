import { describe, expect, test } from "vitest";
import { evidenceOf, whyOf } from "../../deep-reader/evidence";

/** Every word as one piece, except that "=" parts the pieces of one word. */
function piecesOf(marked: string) {
  const text = marked.replaceAll("=", "");
  const pieces = { ids: [] as number[], starts: [] as number[], ends: [] as number[], words: [] as number[] };
  let at = 0;
  marked.split(" ").forEach((word, number) => {
    for (const piece of word.split("=")) {
      pieces.ids.push(1);
      pieces.starts.push(at);
      at += piece.length;
      pieces.ends.push(at);
      pieces.words.push(number);
    }
    at++;
  });
  return { text, pieces };
}

describe("evidenceOf", () => {
  test.each([
    ["the word with the greatest share", "we sorted the slips", [0, 9, 0, 1], ["sorted"]],
    ["as few words as carry most", "we sorted the slips", [0.1, 4, 0.1, 4], ["sorted the slips"]],
    ["words far apart on their own", "slips came in and then we sorted", [5, 0, 0, 0, 0, 0, 5], ["slips", "sorted"]],
    ["no small word on its own", "we sorted them", [9, 1, 0], ["sorted"]],
    ["a whole word where one of its pieces speaks", "re=teach them", [0, 3, 0], ["reteach"]],
    ["no words across a clause", "slips , sorted", [3, 0, 3], ["slips", "sorted"]],
    ["nothing where nothing speaks for it", "fire drill", [-2, 0], []],
    ["no mere punctuation", "– slips", [9, 1], ["slips"]],
    ["four stretches at most", "k . l . m . n . o . p", [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1], ["k", "l", "m", "n"]],
  ])("marks %s", (_, marked, shares, expected) => {
    const { text, pieces } = piecesOf(marked);
    expect(evidenceOf(text, pieces, shares).map(([start, end]) => text.slice(start, end))).toEqual(expected);
  });
});

describe("whyOf", () => {
  const text = "sorted exit slips and planned";
  test.each([
    [[], "The line as a whole reads like it."],
    [[[0, 6]], "In the whole line, “sorted” weighs most."],
    [[[0, 6], [7, 17]], "In the whole line, “sorted” and “exit slips” weigh most."], // biome-ignore format: a pair a stretch
    [[[0, 6], [7, 11], [12, 17], [22, 29]], "In the whole line, “sorted”, “exit” and “slips” weigh most."], // biome-ignore format: a pair a stretch
  ] as [[number, number][], string][])("of %j it says: %s", (evidence, expected) => {
    expect(whyOf(text, evidence)).toBe(expected);
  });
});
