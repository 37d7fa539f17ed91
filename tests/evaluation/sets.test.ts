import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOther, readSets } from "../../evaluation/sets";
import { scratch } from "../cli/scratch";
import { meetingOf } from "./tiny-meetings";

test("sets that are not there or empty are named, and the rest is read", () => {
  const root = scratch();
  mkdirSync(join(root, "empty"));
  mkdirSync(join(root, "set"));
  writeFileSync(join(root, "set/a.gold.tsv"), "# title: A\nbullet\tSL3+\tsorted exit slips\n");
  const { sets, absent } = readSets(root, ["set", "empty", "nowhere"]);
  expect(sets.map(({ name, meetings }) => [name, meetings.length])).toEqual([["set", 1]]);
  expect(absent).toEqual(["empty", "nowhere"]);
});

test.each(["XX9+", "SL3", "SL3?"])("the label %s stops the evaluation, since it would count as a miss", (label) => {
  const root = scratch();
  writeFileSync(join(root, "a.gold.tsv"), `bullet\t${label}\tsorted exit slips\n`);
  expect(() => readSets(root, ["."])).toThrow("row 0");
});

test("only meetings of other people count for false alarms alone", () => {
  const sets = ["negatives", "other", "contrast", undefined];
  expect(sets.map((set) => isOther(meetingOf([], set ? { set } : {})))).toEqual([true, true, false, false]);
});
