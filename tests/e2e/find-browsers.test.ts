import { chmodSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratch } from "../cli/scratch";
import { findChromium, findFirefox } from "./find-browsers";

/** A program that says it is this version and does nothing else. */
function program(version: string): string {
  const path = join(scratch(), "browser");
  writeFileSync(path, `#!/bin/sh\necho "${version}"\n`);
  chmodSync(path, 0o755);
  return path;
}

test.skipIf(process.platform === "win32").each(["Chromium 156.0.8078.108", "Google Chrome for Testing 156.0.8078.108"])(
  "%s is taken where it was named",
  (version) => {
    const path = program(version);
    expect(findChromium(path)).toBe(path);
  },
);

test.skipIf(process.platform === "win32")("branded Chrome is left aside, since it loads no extension", () => {
  const path = program("Google Chrome 156.0.8078.108");
  expect(findChromium(path)).not.toBe(path);
});

test("a path where nothing is, is left aside", () => {
  const nowhere = join(tmpdir(), "no-such-browser");
  expect([findChromium(nowhere), findFirefox(nowhere)]).not.toContain(nowhere);
});
