import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCutter } from "../../deep-reader/word-pieces";

const root = join(import.meta.dirname, "../..");
const cut = createCutter(readFileSync(join(root, "deep-reader/vocabulary.txt"), "utf8"));
const ALL = Number.POSITIVE_INFINITY;

/** What the published tokenizer made of texts (`training/encoder/goldens.py`): lines of notes, many scripts, noise. */
const golden: readonly { text: string; ids: number[]; spans: [number, number][] }[] = readFileSync(
  join(import.meta.dirname, "golden/word-pieces.jsonl"),
  "utf8",
)
  .split("\n")
  .filter(Boolean)
  .map((row) => JSON.parse(row));

test("texts are cut as the published tokenizer cuts them, at the same places", () => {
  expect(golden.length).toBeGreaterThan(300);
  for (const { text, ids, spans } of golden) {
    const pieces = cut(text, ALL);
    expect({ text, ids: pieces.ids }).toEqual({ text, ids });
    expect({ text, spans: pieces.starts.map((start, at) => [start, pieces.ends[at]]) }).toEqual({ text, spans });
  }
});

test("the first pieces of a text are those of the whole text", () => {
  for (const { text, ids } of golden) {
    for (const most of [0, 1, 7]) expect(cut(text, most).ids).toEqual(ids.slice(0, most));
  }
});

test("pieces stand in order, inside the text, and words are numbered on", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.string());
  fc.assert(
    fc.property(text, (text) => {
      const { ids, starts, ends, words } = cut(text, 50);
      expect([starts.length, ends.length, words.length]).toEqual([ids.length, ids.length, ids.length]);
      ids.forEach((_, at) => {
        expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        expect(ends[at]).toBeGreaterThan(starts[at] as number);
        expect(ends[at]).toBeLessThanOrEqual(text.length);
        expect([0, 1]).toContain((words[at] as number) - (words[at - 1] ?? 0));
      });
    }),
  );
});

test("the encoder's own marks are plain words when people write them", () => {
  const [mark, pad] = [102, 0];
  const { ids } = cut("[SEP] [PAD]", ALL);
  expect(ids).not.toContain(mark);
  expect(ids).not.toContain(pad);
});

test("an endless word is one unknown piece that spans it", () => {
  const { ids, starts, ends } = cut(`ok ${"x".repeat(200_000)} ok`, ALL);
  expect(ids).toHaveLength(3);
  expect([starts[1], ends[1]]).toEqual([3, 200_003]);
});

test("a file that is no vocabulary is refused", () => {
  expect(() => createCutter("version https://git-lfs.github.com/spec/v1\n")).toThrow("[UNK]");
});
