import { describe, expect, test } from "vitest";
import { type Standing, standingOf } from "../../../../core/index";
import { secondInWords, whoInWords } from "../../../../extension/services/panel/wording";
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
