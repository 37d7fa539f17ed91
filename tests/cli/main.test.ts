import { describe, expect, test } from "vitest";
import about from "../../package.json" with { type: "json" };
import { plumbline } from "./plumbline";

describe("plumbline", () => {
  test.each([[["--help"]], [["tag", "--help"]], [["coverage", "--help"]], [["rubric", "check", "--help"]]])(
    "%j shows examples and ends well",
    async (args) => {
      const { code, out, err } = await plumbline(args);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^Usage: plumbline/);
      expect(out).toMatch(/\nExamples?:\n {2}\$ plumbline /);
    },
  );

  test("--version prints the version of the package", async () => {
    expect(await plumbline(["--version"])).toEqual({ code: 0, out: `${about.version}\n`, err: "" });
  });

  test.each([
    ["nothing at all", [], "Usage: plumbline"],
    ["an unknown command", ["tga", "notes.md"], "Did you mean tag?"],
    ["an unknown option", ["tag", "--json", "notes.md"], "Did you mean --jsonl?"],
    ["a value that is not offered", ["tag", "--level", "galaxy", "notes.md"], "grade, subject, school"],
    ["no --out", ["coverage", "notes"], "'--out <file>' not specified"],
  ])("%s is wrong use: exit code 2, and help", async (_what, args, says) => {
    const { code, out, err } = await plumbline(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(says);
    expect(err).toMatch(/--help/);
  });
});
