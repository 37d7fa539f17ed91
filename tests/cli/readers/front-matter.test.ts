import { describe, expect, test } from "vitest";
import { frontMatterOf } from "../../../cli/readers/front-matter";

describe("frontMatterOf", () => {
  test("takes the fields of notes and leaves the rest of the block out", () => {
    const text =
      "---\r\nTitle: 'PLC: week 3'\r\ndate: Sept 3, 2025\r\nauthor: Kim\r\ntags:\r\n  - plc\r\nmodel: none # yet\r\n---\r\nBody";
    expect(frontMatterOf(text)).toEqual({
      fields: { title: "PLC: week 3", date: "2025-09-03" },
      body: "Body",
      warnings: [],
    });
  });

  test("warns of a value that notes do not have", () => {
    const { fields, warnings } = frontMatterOf("---\nlevel: galaxy\ndate: someday\n---\n");
    expect(fields).toEqual({});
    expect(warnings).toHaveLength(2);
  });

  test.each([
    ["two rules with notes between them", "---\nWe met in the lab.\n---\nBody"],
    ["a block that never ends", "---\ntitle: PLC\n\nBody"],
    ["a rule that is not at the top", "Body\n---\ntitle: PLC\n---\n"],
    ["a single rule", "---"],
    ["two rules far apart", `---\n${"note: x\n".repeat(100)}---\n`],
  ])("leaves %s as it is", (_, text) => {
    expect(frontMatterOf(text)).toEqual({ fields: {}, body: text, warnings: [] });
  });
});
