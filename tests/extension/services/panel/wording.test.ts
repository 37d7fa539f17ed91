import { describe, expect, test } from "vitest";
import { type Standing, standingOf } from "../../../../core/index";
import { secondInWords, wayInWords, whoInWords } from "../../../../extension/services/panel/wording";
import { decision, tag } from "../../notes";

describe("secondInWords", () => {
  test.each([
    ["nothing where it is switched off", undefined, true, ""],
    ["nothing of a document that is not open", { read: 1, of: 3 }, false, ""],
    ["how far it is", { read: 1, of: 3 }, true, "The second reader is at work: 1 of 3 lines read."],
    ["that it is done", { read: 3, of: 3 }, true, "The second reader has read every finished line."],
    ["what keeps it", { read: 1, of: 3, trouble: "It did not get going." }, true, "It did not get going."],
  ])("says %s", (_, second, live, words) => {
    expect(secondInWords(second, live)).toBe(words);
  });
});

describe("wayInWords", () => {
  const way = { text: "annotated", marks: "annotated" } as const;

  test.each([
    ["reads along", true, true, "Reading along as you type; marks are drawn in the text."],
    [
      "cannot keep what it reads",
      true,
      false,
      "What you write cannot be kept here at the moment. You see it as it was last kept.",
    ],
    ["is not open", false, true, "The document is not open here. You see it as it was last read."],
  ])("says where the document %s", (_, live, kept, words) => {
    expect(wayInWords(way, live, kept)).toBe(words);
  });
});

describe("whoInWords", () => {
  test.each([
    ["You agreed", "Roz", decision({ who: "Roz" })],
    ["Ben agreed", "Roz", decision({ who: "Ben" })],
    ["Someone without a name agreed", "Roz", decision({ who: "" })],
    ["You agreed", "", decision({ who: "" })],
    ["Someone without a name agreed", "", { ...decision({ who: "" }), brought: true }],
  ])("says %s to %j", (words, me, said) => {
    const [standing] = standingOf([said]);
    expect(whoInWords({ ...tag("SL3", { reader: "compact" }), standing: standing as Standing }, me)).toBe(words);
  });

  test.each([
    ["compact", "Suggested by Plumbline; people agree with about 80 of 100 like it"],
    ["deep", "Suggested by Plumbline's second reader; people agree with about 80 of 100 like it"],
  ] as const)("names the reader of a tag: %s", (reader, words) => {
    expect(whoInWords(tag("SL3", { reader }), "")).toBe(words);
  });
});
