import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plcText, smallFile } from "../core/rubric/file";
import { plumbline, root } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();

/** Writes a rubric file into the folder of these tests and gives its path. */
function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  return path;
}

test("a good file is said to be well", async () => {
  const { code, out, err } = await plumbline(["rubric", "check", join(root, "core/rubric/plc.json")]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^All well: .+, version \d+\.\d+\.\d+, 28 indicators in 5 dimensions\.\n$/);
});

test("a warning names its place and does not stand in the way", async () => {
  const path = fileOf(
    "warned.json",
    smallFile((file) => {
      file.indicators[1].colour = "red";
    }),
  );
  const { code, out } = await plumbline(["rubric", "check", path]);
  expect(code).toBe(0);
  expect(out).toMatch(/^All well: Ours.*\n {2}.*colour/);
});

const faulty = smallFile((file) => {
  file.indicators[1].code = "a2";
  file.indicators[0].dimension = "B";
  delete file.indicators[0].title;
  file.dimensions[0].title = "\u001b[2J".repeat(99);
});

test.each([
  ["fields that are wrong", JSON.stringify(faulty), ["indicators[1]", "indicators[0]", "dimensions[0]"]],
  ["text that is not JSON", plcText.replace('"code": "TP2",', '"code": "TP2"'), ["line ", "column "]],
])("%s: each fault has a place and a remedy, exit code 2", async (_what, input, places) => {
  const { code, out, err } = await plumbline(["rubric", "check", "-"], { input });
  expect({ code, err }).toEqual({ code: 2, err: "" });
  expect(out).toMatch(/^(?:One fault|\d+ faults) in -:\n/);
  for (const place of places) expect(out).toContain(place);
  // Every fault has three lines: where, what, and what to do.
  const rows = out.trimEnd().split("\n").slice(1);
  expect(rows.length % 3).toBe(0);
  rows.forEach((row, at) => {
    expect(row).toMatch(at % 3 === 0 ? /^ {2}\S/ : /^ {4}\S.*[.?!"”]$/);
  });
  expect(out).not.toContain("\u001b");
});

test("a file that is not there is named, exit code 2", async () => {
  const path = join(folder, "nowhere.json");
  const { code, out, err } = await plumbline(["rubric", "check", path]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(path);
  expect(err).toContain("Check the path.");
});
