import { expect, test } from "vitest";
import { countsOf, sumOf, totalOf } from "../../evaluation/counts";
import { judge } from "../../evaluation/verdicts";
import { judgedOf, lineOf, meetingOf, tagsOf } from "./tiny-meetings";

const first = judgedOf(["SL3+", "SL3+ RD1+"], ["", "RD1>"]).lines;
const second = judgedOf(["SL3-", ""], ["RD1+", "RD1-"]).lines;

test("counts of meetings add up to the counts of all their lines", () => {
  const sum = sumOf([countsOf(first), countsOf(second)]);
  expect(sum).toEqual(countsOf([...first, ...second]));
  expect(totalOf(sum)).toEqual({ right: 2, false: 2, missed: 1 });
});

test("adding up leaves the parts as they were", () => {
  const part = countsOf(first);
  sumOf([part, countsOf(second)]);
  expect(part).toEqual(countsOf(first));
});

test("headings without a label are plain lines, and are counted apart too", () => {
  const meeting = meetingOf([lineOf("", "Data", "heading"), lineOf("", "hello"), lineOf("RD1+")]);
  const { plain, plainHeadings, alarmed } = countsOf(judge(meeting, [[], tagsOf("RD1+"), []]).lines);
  expect({ plain, plainHeadings, alarmed }).toEqual({ plain: 2, plainHeadings: 1, alarmed: 1 });
});
