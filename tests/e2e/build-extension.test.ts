import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { scratch } from "../cli/scratch";
import { isStale } from "./build-extension";
import { BUILT } from "./extension";

/** A project whose sources were changed at some times, in seconds. */
function project(sources: Readonly<Record<string, number>>): string {
  const folder = scratch();
  const all = { "extension/deep/own.ts": 100, "deep-reader/a.ts": 100, "core/a.ts": 100, ...sources };
  for (const [path, time] of Object.entries({ "wxt.config.ts": 100, "package.json": 100, ...all }))
    put(folder, path, time);
  // A folder's own time is when something came or went in it.
  for (const name of ["extension/deep", "extension", "deep-reader", "core"]) utimesSync(join(folder, name), 100, 100);
  return folder;
}

function put(folder: string, path: string, time: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), "");
  utimesSync(join(folder, path), time, time);
}

test("an extension that was never built is stale", () => {
  expect(isStale("firefox", project({}))).toBe(true);
});

test.each([
  ["newer than every source is fresh", 200, false],
  ["older than a file deep in a source folder is stale", 120, true],
  ["as old as that file is stale", 150, true],
])("an extension %s", (_which, built, stale) => {
  const folder = project({ "extension/deep/own.ts": 150 });
  put(folder, `${BUILT.chromium}/manifest.json`, built);
  expect(isStale("chromium", folder)).toBe(stale);
  expect(isStale("firefox", folder)).toBe(true);
});
