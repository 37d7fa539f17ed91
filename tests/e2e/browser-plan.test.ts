import { expect, test } from "vitest";
import { advice, missing, packagesToInstall } from "./browser-plan";

const debian = { chromium: false, firefox: false, isDebian: true, isRoot: true };

test.each([
  ["both where both are missing", debian, ["chromium", "fonts-liberation", "firefox-esr"]],
  ["only what is missing", { ...debian, chromium: true }, ["firefox-esr"]],
  ["nothing where nothing is missing", { ...debian, chromium: true, firefox: true }, []],
  ["nothing for a person who is not root", { ...debian, isRoot: false }, []],
  ["nothing on another system", { ...debian, isDebian: false }, []],
])("installs %s", (_what, machine, packages) => {
  expect(packagesToInstall(machine)).toEqual(packages);
});

test("names what is missing, and says what follows and what to do", () => {
  const machine = { ...debian, chromium: true };
  expect(missing(machine)).toEqual(["Firefox"]);
  expect(advice(machine, false)).toContain(
    "There is no Firefox. The tests that need one are skipped and named at the end.",
  );
  expect(advice(machine, true)).toContain("In CI that is a failure.");
  expect(advice(debian, false)).toContain("no Chromium or Chrome for Testing and no Firefox");
});
