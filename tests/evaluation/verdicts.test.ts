import { expect, test } from "vitest";
import { judge } from "../../evaluation/verdicts";
import { lineOf, meetingOf, tagsOf } from "./tiny-meetings";

test("a line holds what either side says of it, each indicator once", () => {
  const { lines } = judge(meetingOf([lineOf("SL3+ RD1>")]), [tagsOf("RD1- TP1+")]);
  expect(lines[0]?.verdicts.map(({ code, gold, claim }) => [code, gold, claim?.stance])).toEqual([
    ["SL3", "evidenced", undefined],
    ["RD1", "planned", "contrary"],
    ["TP1", undefined, "evidenced"],
  ]);
});

test("a reader that answers for another number of lines is refused", () => {
  expect(() => judge(meetingOf([lineOf(""), lineOf("")]), [[]])).toThrow("tiny: tags for 1 lines, but it has 2.");
});
