import { join } from "node:path";
import { expect, test } from "vitest";
import { datasetOf } from "../../training/dataset";
import type { GoldMeeting } from "../../training/gold";
import { readTaught, type TaughtMeeting, writeTaught } from "../../training/taught";
import { scratch } from "../cli/scratch";

const taught: TaughtMeeting = {
  of: "a.gold.tsv",
  facts: { level: "grade" },
  lines: [
    { kind: "heading", text: "Notes", beliefs: {} },
    {
      kind: "bullet",
      text: "sorted the exit tickets and a zebra",
      beliefs: { TP1: { share: 0.83, stance: "planned" }, TP2: { share: 0.001, stance: "evidenced" } },
    },
  ],
};

test("what is written is read back, but for beliefs that round to none", () => {
  const path = join(scratch(), "taught.jsonl.gz");
  expect(readTaught(path)).toEqual([]);
  writeTaught(path, [taught]);
  const [, line] = taught.lines;
  expect(readTaught(path)).toEqual([
    { ...taught, lines: [taught.lines[0], { ...line, beliefs: { TP1: { share: 0.83, stance: "planned" } } }] },
  ]);
});

test("a dataset takes what a teacher believes for targets, and no features from it", () => {
  const gold: GoldMeeting = {
    name: "a.gold.tsv",
    facts: {},
    lines: Array.from({ length: 5 }, (_, at) => ({
      kind: "bullet",
      text: `sorted the exit tickets ${at}`,
      labels: new Map([["TP2", "evidenced" as const]]),
    })),
  };
  const { examples, rows, names } = datasetOf([gold], ["TP1", "TP2"], {}, Array(9).fill(taught));
  expect(names).toContain("word tickets");
  expect(names).not.toContain("word zebra");
  expect(examples.map(({ natural }) => natural)).toEqual([...Array(5).fill(true), ...Array(9).fill(false)]);
  expect([...rows.targets.slice(0, 2)]).toEqual([0, 1]);
  expect([...rows.targets.slice(10, 12)].map((share) => share.toFixed(3))).toEqual(["0.830", "0.001"]);
  expect([...rows.stances.slice(10, 12)]).toEqual([1, -1]);
});
