import { expect, test } from "vitest";
import type { GoldMeeting } from "../../training/gold";
import { createVariation } from "../../training/vary";

const vocabulary = {
  "student-work": { means: "student work", words: ["exit tickets", "work samples"] },
  people: { means: "people", words: ["teach*"] },
};
const meeting: GoldMeeting = {
  name: "a.gold.tsv",
  facts: { level: "grade" },
  lines: [
    { kind: "heading", text: "Exit tickets", labels: new Map() },
    { kind: "bullet", text: "Sorted the (exit tickets), teachers agreed", labels: new Map([["TP1", "evidenced"]]) },
    { kind: "para", text: "Bus money due Friday", labels: new Map() },
  ],
};

test("the same seed gives the same wording, and another another", () => {
  const vary = createVariation(vocabulary);
  const texts = (seed: number) => vary(meeting, seed).lines.map(({ text }) => text);
  expect(texts(1)).toEqual(texts(1));
  expect(new Set(Array.from({ length: 20 }, (_, seed) => texts(seed).join())).size).toBeGreaterThan(10);
});

test("lines and headings stay where they are; what people said of the old words is gone", () => {
  const vary = createVariation(vocabulary);
  for (let seed = 0; seed < 50; seed++) {
    const { lines } = vary(meeting, seed);
    expect(lines.map(({ kind }) => kind)).toEqual(["heading", "bullet", "para"]);
    expect(lines[0]?.text).toBe("Exit tickets");
    for (const { text, kind, labels } of lines) {
      expect(text).not.toBe("");
      if (kind !== "heading") expect(labels.size).toBe(0);
    }
  }
});

test("a phrase gives way to another of its class, with its marks kept", () => {
  const vary = createVariation(vocabulary);
  const texts = Array.from({ length: 200 }, (_, seed) => vary(meeting, seed).lines[1]?.text ?? "");
  expect(texts.some((text) => text.includes("(work samples),"))).toBe(true);
  expect(texts.join()).not.toContain("teach*");
});
