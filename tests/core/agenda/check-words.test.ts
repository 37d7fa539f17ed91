import { describe, expect, test } from "vitest";
import { answerWords, besideWords, minutesWords, timeWords } from "../../../core/index";

describe("what is said of an agenda", () => {
  test.each([
    ["Exit slips – Ana", ["Ana"], [], ""],
    ["Exit slips", ["Ana", "Lou"], [], "Ana, Lou"],
    ["Exit slips, bring your slips", [], ["bring your slips"], ""],
    ["Exit slips", ["Lou"], ["Bring: three samples", "the rubric"], "Lou · bring: three samples; the rubric"],
  ] as const)("beside %j, led by %j, stands %j", (text, owners, bring, said) => {
    expect(besideWords({ text, owners, bring })).toBe(said);
  });

  test.each([
    [{ minutes: 20, given: true }, "20 min"],
    [{ minutes: 20, given: false }, "about 20 min"],
    [{ given: false }, "no time yet"],
  ])("an item with %j takes %j", (item, said) => {
    expect(minutesWords(item)).toBe(said);
  });

  test.each([
    [{ answered: true, minutes: 15 }, "15 min"],
    [{ answered: true, minutes: 0 }, "on it"],
    [{ answered: false, minutes: 0 }, "not yet on it"],
  ])("a guiding question with %j is %j", (question, said) => {
    expect(answerWords(question)).toBe(said);
  });

  test.each([
    [{ total: 0 }, ""],
    [{ total: 30 }, "The items add up to 30 minutes."],
    [{ total: 45, meeting: 45, left: 0 }, "The 45 minutes of the meeting are all given out."],
    [{ total: 30, meeting: 45, left: 15 }, "15 of the 45 minutes are not given to an item yet."],
    [{ total: 44, meeting: 45, left: 1 }, "1 of the 45 minutes is not given to an item yet."],
    [{ total: 46, meeting: 45, left: -1 }, "The items need 1 minute more than the 45 there are."],
    [{ total: 50, meeting: 45, left: -5 }, "The items need 5 minutes more than the 45 there are."],
  ])("the time of %j is %j", (minutes, said) => {
    const check = { minutes: { byDimension: {}, logistics: 0, other: 0, ...minutes } };
    expect(timeWords(check as Parameters<typeof timeWords>[0])).toBe(said);
  });
});
