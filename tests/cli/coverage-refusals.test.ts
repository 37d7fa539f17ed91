import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { smallFile } from "../core/rubric/file";
import { plumbline } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();

describe("plumbline coverage refuses, with exit code 2 and a remedy,", () => {
  const before = "kept as it was";
  beforeAll(() => {
    mkdirSync(join(folder, "notes"));
    writeFileSync(join(folder, "notes/oct.md"), "# PLC 10/8/2025\n\n- slips sorted\n");
    mkdirSync(join(folder, "empty/.git"), { recursive: true });
    mkdirSync(join(folder, "taken.json"));
    writeFileSync(join(folder, "own.json"), before);
    writeFileSync(
      join(folder, "faulty.json"),
      JSON.stringify(
        smallFile((file) => {
          file.indicators[1].dimension = "B";
        }),
      ),
    );
  });

  test.each([
    [
      "an ending it cannot write, before any work",
      ["nowhere", "--out", "new/a.pdf"],
      /a\.pdf .*\n.*\.xlsx, \.csv, \.html or \.json/,
    ],
    [
      "an empty folder",
      ["empty", "--out", "new/a.json"],
      /No notes were found there\.\nName a folder that holds \.docx/,
    ],
    [
      "to write over what it reads",
      ["notes", "./own.json", "--out", "own.json"],
      /own\.json is also .*\n.*another name/,
    ],
    [
      "a folder in the place of --out",
      ["notes", "--out", "taken.json"],
      /taken\.json could not be written: .*\n.*choose another folder/,
    ],
    [
      "a faulty rubric, naming the place",
      ["notes", "--rubric", "faulty.json", "--out", "new/a.json"],
      /faulty\.json has a fault: indicators\[1\].*\n.*rubric check/,
    ],
  ])("%s", async (_what, args, says) => {
    const { code, out, err } = await plumbline(["coverage", ...args], { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
    expect(err).not.toContain("Wrote");
    expect(err).not.toContain("not read:");
    expect(existsSync(join(folder, "new"))).toBe(false);
    expect(readFileSync(join(folder, "own.json"), "utf8")).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
