import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { plcRubric } from "../../core/index";
import { type GoldMeeting, listGold, teamOf } from "../../training/gold";

const corpus = import.meta.dirname;
const parts = ["train", "tune", "test"] as const;
const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".gold.tsv") && !path.startsWith("agendas"),
);
const codes = new Set(plcRubric.indicators.map(({ code }) => code));
const KINDS = new Set(["heading", "bullet", "item", "para", "cell"]);
const meetings = Object.fromEntries(
  parts.map((part) => [part, listGold(join(corpus, part)).filter(({ facts }) => facts.set === undefined)]),
) as unknown as Record<(typeof parts)[number], GoldMeeting[]>;

/** What is wrong with a row of a labelled meeting; the reader of these files would pass over it. */
function faultOf(row: string): string | undefined {
  const [kind = "", labels, text] = row.split("\t");
  if (text === undefined) return "three fields";
  if (!KINDS.has(kind)) return "kind";
  const given = labels?.split(" ").filter(Boolean) ?? [];
  if (given.some((label) => !codes.has(label.slice(0, 3)) || !/^[+>-]$/.test(label.slice(3)))) return "label";
  if (new Set(given.map((label) => label.slice(0, 3))).size < given.length) return "twice";
  return kind === "heading" && given.length ? "labelled heading" : undefined;
}

test("every row is of a known kind, with labels of the rubric only", () => {
  expect(files.length).toBeGreaterThan(1900);
  const faults = files.flatMap((path) =>
    readFileSync(join(corpus, path), "utf8")
      .split("\n")
      .flatMap((row, at) => {
        const fault = !row.trim() || /^# ?\w+:/.test(row) ? undefined : faultOf(row);
        return fault ? [`${path}:${at + 1} ${fault}`] : [];
      }),
  );
  expect(faults).toEqual([]);
});

test("no team with words of its own stands in two parts", () => {
  const inParts = new Map<string, Set<string>>();
  for (const part of parts)
    for (const { name } of meetings[part])
      if (basename(name).startsWith("y")) inParts.set(teamOf(name), (inParts.get(teamOf(name)) ?? new Set()).add(part));
  expect(inParts.size).toBeGreaterThan(100);
  expect([...inParts].filter(([, in_]) => in_.size > 1)).toEqual([]);
});

describe("what was learned from is not what is judged on", () => {
  const RUN = 6;
  const runsOf = ({ lines }: GoldMeeting) => {
    const runs = new Set<string>();
    for (const { text } of lines) {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(" "));
    }
    return runs;
  };

  test("no test meeting shares a fifth of its phrases of six words with one that was learned from", () => {
    const judged = new Map<string, number[]>();
    const sizes = meetings.test.map((meeting, number) => {
      const runs = runsOf(meeting);
      for (const run of runs) judged.set(run, [...(judged.get(run) ?? []), number]);
      return runs.size;
    });
    const near: string[] = [];
    for (const learned of [...listGold(join(corpus, "train")), ...meetings.tune]) {
      const shared = new Map<number, number>();
      for (const run of runsOf(learned))
        for (const number of judged.get(run) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
      for (const [number, runs] of shared)
        if (runs > (sizes[number] ?? 0) / 5) near.push(`${basename(learned.name)} ${meetings.test[number]?.name}`);
    }
    expect(near).toEqual([]);
  });
});

test("the README counts what is here", () => {
  const readme = readFileSync(join(corpus, "README.md"), "utf8");
  const linesIn = (folder: string, set?: string) =>
    listGold(join(corpus, folder))
      .filter(({ facts }) => facts.set === set)
      .reduce((sum, { lines }) => sum + lines.length, 0);
  const said = (row: string) =>
    Number(new RegExp(`^\\| \`${row}\` .*\\| +([\\d,]+) +\\|$`, "m").exec(readme)?.[1]?.replaceAll(",", ""));
  expect(said("train/\\*\\.gold\\.tsv")).toBe(linesIn("train"));
  expect(said("tune/")).toBe(linesIn("tune"));
  expect(said("test/")).toBe(linesIn("test"));
  expect(said("train/contrast/")).toBe(linesIn("train/contrast", "contrast"));
  expect(said("train/scenes/")).toBe(linesIn("train/scenes", "scenes"));
  expect(said("train/other/")).toBe(linesIn("train/other", "other"));
  expect(said("other/")).toBe(linesIn("other", "other"));
});
