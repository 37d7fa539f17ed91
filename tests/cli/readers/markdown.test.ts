import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../cli/readers/markdown";

const read = (markdown: string) => readMarkdown(Buffer.from(markdown));
const texts = (markdown: string) => read(markdown).lines.map(({ text }) => text);

describe("readMarkdown", { timeout: 30_000 }, () => {
  test("joins the rows of a paragraph and splits where the writer broke the line", () => {
    expect(texts("one\ntwo  \nthree\\\nfour<br>five")).toEqual(["one two", "three", "four", "five"]);
  });

  test("lets front matter speak before the text", () => {
    expect(read("---\ntitle: Ours\ntype: agenda\n---\n# Theirs 2025-09-03")).toMatchObject({
      title: "Ours",
      type: "agenda",
      date: "2025-09-03",
    });
  });

  test("leaves out footnote marks and keeps the footnote", () => {
    expect(texts("Scores rose[^1].\n\n[^1]: Fall to winter.")).toEqual(["Scores rose.", "Fall to winter."]);
  });

  test("keeps items at their depths through ordered, plain and check lists", () => {
    const { lines } = read("1. a\n   - b\n     - [x] c\n2. d\n");
    expect(lines.map(({ text, depth, checked }) => [text, depth, checked])).toEqual([
      ["a", 0, undefined],
      ["b", 1, undefined],
      ["c", 2, true],
      ["d", 0, undefined],
    ]);
  });

  test.each([
    ["quotes", ">".repeat(10_000)],
    ["lists", "- ".repeat(10_000)],
    ["steps", Array.from({ length: 3000 }, (_, depth) => `${"  ".repeat(depth)}- x\n`).join("")],
    ["emphasis", "*a_ ".repeat(50_000)],
    ["brackets", "[".repeat(50_000)],
    ["tags", "<b>".repeat(10_000)],
  ])("reads %s within each other by the thousand", (_, markdown) => {
    expect(texts(`${markdown}end`).join(" ")).toContain("end");
  });

  test("says when it reads Markdown as plain text", () => {
    const warnings: string[] = [];
    readMarkdown(Buffer.from("1. ".repeat(70_000)), (warning) => warnings.push(warning));
    expect(warnings).toHaveLength(1);
  });
});
