import { describe, expect, test } from "vitest";
import { secondInWords, whoInWords } from "../../../../extension/services/panel/wording";
import { tag } from "../../notes";

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
    ["compact", "Suggested by Plumbline; people agree with about 80 of 100 like it"],
    ["deep", "Suggested by Plumbline's second reader; people agree with about 80 of 100 like it"],
  ] as const)("names the reader of a tag: %s", (reader, words) => {
    expect(whoInWords(tag("SL3", { reader }))).toBe(words);
  });
});
