import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratch } from "../cli/scratch";

const root = join(import.meta.dirname, "../..");

test("the command measures a folder, prints one JSON object and writes the page", { timeout: 60_000 }, () => {
  const folder = scratch();
  const page = join(folder, "page.html");
  const rows = [
    "heading\t\tData",
    "bullet\tRD1+\t61 of 84 got 15 or more on the sound check",
    "bullet\t\tfire drill Tues",
  ];
  writeFileSync(join(folder, "a.gold.tsv"), `# title: Team\n${rows.join("\n")}\n`);
  const args = [
    "evaluation/run.mjs",
    "--gold",
    folder,
    join(folder, "nowhere"),
    "--json",
    "--reader",
    "compact",
    "--page",
    page,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect(status).toBe(0);
  const { results, absent } = JSON.parse(stdout);
  expect(results).toMatchObject([{ reader: "compact", set: folder, labelled: { meetings: 1, lines: 3, labels: 1 } }]);
  expect(absent).toEqual([join(folder, "nowhere")]);
  expect(stderr).toContain("is not there");
  expect(readFileSync(page, "utf8")).toContain("<h1>Of 100 tags");

  const nothing = spawnSync(process.execPath, ["evaluation/run.mjs", "--gold", join(folder, "nowhere")], {
    cwd: root,
    encoding: "utf8",
  });
  expect(nothing.status).toBe(2);
  expect(nothing.stderr).toContain("no labelled meetings");
});
