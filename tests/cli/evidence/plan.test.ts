import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { planJobs, type TeamRule } from "../../../cli/evidence/plan";
import { scratch } from "../scratch";

/** A folder with these files, each with its own name in it. */
function folderOf(...names: string[]): string {
  const folder = join(scratch(), "district");
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  return folder;
}

const teamsOf = async (paths: readonly string[], rule: TeamRule = {}) => {
  const { jobs } = await planJobs(paths, rule, "same");
  return jobs.map(({ team, files }) => [team, ...files.map((file) => basename(file))]);
};

describe("a team", () => {
  test("is the folder that its notes lie in", async () => {
    const folder = folderOf("b/later.md", "a/x/one.md", "a/two.md", "top.md", "a/x/three.md");
    expect(await teamsOf([folder])).toEqual([
      ["a", "two.md"],
      ["a/x", "one.md", "three.md"],
      ["b", "later.md"],
      ["district", "top.md"],
    ]);
  });

  test("is named by as many folders as are asked for", async () => {
    const folder = folderOf("north/grade 4/2025/a.md", "north/grade 4/2026/b.md", "north/c.md");
    expect(await teamsOf([folder], { teamDepth: 2 })).toEqual([
      ["north", "c.md"],
      ["north/grade 4", "a.md", "b.md"],
    ]);
    expect(await teamsOf([folder], { team: "All of us" })).toEqual([["All of us", "c.md", "a.md", "b.md"]]);
  });

  test("of one path is not mixed with that of another path", async () => {
    const folder = folderOf("north/grade 4/a.md", "south/grade 4/b.md");
    const teams = await teamsOf([join(folder, "north"), join(folder, "south")]);
    expect(teams.map(([team, ...files]) => [team?.split("/").slice(-2).join("/"), ...files])).toEqual([
      ["north/grade 4", "a.md"],
      ["south/grade 4", "b.md"],
    ]);
  });
});

test("a file that is named twice is read once", async () => {
  const folder = folderOf("a/one.md");
  symlinkSync(join(folder, "a/one.md"), join(folder, "a/two.md"));
  const { files } = await planJobs([folder, join(folder, "a/one.md")], {}, "same");
  expect(files).toBe(1);
});

test("many notes are parted into jobs, each of one team, and the same each time", async () => {
  const folder = folderOf(...Array.from({ length: 150 }, (_, at) => `${at < 140 ? "big" : "small"}/${1000 + at}.md`));
  const plan = await planJobs([folder], {}, "same");
  expect(plan.jobs.map(({ team, files }) => [team, files.length])).toEqual([
    ["big", 64],
    ["big", 64],
    ["big", 12],
    ["small", 10],
  ]);
  expect(await planJobs([folder], {}, "same")).toEqual(plan);
});

test("a job has another key when a file, the team or the way of reading has changed, and only then", async () => {
  const folder = folderOf("a/one.md", "b/two.md");
  const keys = async (reading: string, rule: TeamRule = {}) =>
    (await planJobs([folder], rule, reading)).jobs.map(({ key }) => key);
  const before = await keys("same");
  expect(await keys("other")).not.toContain(before[0]);
  expect(await keys("same", { team: "x" })).not.toContain(before[0]);
  appendFileSync(join(folder, "b/two.md"), "more");
  const after = await keys("same");
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});
