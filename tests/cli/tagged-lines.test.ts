import { expect, test, vi } from "vitest";
import { printTagged } from "../../cli/tagged-lines";
import { adaptRubric, createTagger, plcRubric, type Stance, type Tag } from "../../core/index";

const rubric = adaptRubric(plcRubric);
const tagger = createTagger(rubric);

function printed(...given: Partial<Tag>[]): string {
  const text = "Nobody brought student work";
  const plain: Tag = {
    indicator: "SL3",
    stance: "evidenced",
    confidence: 0.9,
    tier: "found",
    evidence: [[0, text.length]],
    why: "",
    reader: "compact",
  };
  const tagged = {
    ...tagger.tag({ lines: [{ kind: "para", text }] }),
    tags: [given.map((tag) => ({ ...plain, ...tag }))],
  };
  const said: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  try {
    printTagged(tagged, rubric, "notes.md");
  } finally {
    spy.mockRestore();
  }
  return said.join("");
}

test.each<[Stance, string, string]>([
  ["evidenced", "● SL3", "(evidenced, 90 %)"],
  ["planned", "○ SL3", "(planned, 90 %)"],
  ["contrary", "△ SL3", "(found missing, 90 %)"],
])("a tag that is %s is called in the terminal what the workbook and the page call it", (stance, mark, name) => {
  const out = printed({ stance });
  expect(out).toContain(mark);
  expect(out).toContain(name);
  expect(out).not.toContain("contrary");
});

test("a tag that is worth a look says so after how it shows", () => {
  expect(printed({ stance: "contrary", tier: "suggested", confidence: 0.31 })).toContain(
    "(found missing, 31 %: worth a look)",
  );
});

test("each tag says why, also where no colours can show it", () => {
  const why = "It says “student work”: students' work, under “What we \u001b[2Jsaw”.";
  expect(printed({ why })).toContain("\n        It says “student work”: students' work, under “What we  [2Jsaw”.\n");
});

test("a long reason is broken at the width of the terminal", () => {
  const why = `It says “${"zebra stripes ".repeat(20)}”: students' work.`;
  const lines = printed({ why })
    .split("\n")
    .filter((line) => line.includes("zebra "));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line).toMatch(/^ {8}\S.{0,91}$/);
});

test.each<[Partial<Tag>[], string]>([
  [[{}], "1 tag found, 0 worth a look; 1 of 28 practices shows.\n"],
  [[{}, {}, { tier: "suggested" }], "2 tags found, 1 worth a look; 1 of 28 practices shows.\n"],
  [[{}, { indicator: "SL1" }], "2 tags found, 0 worth a look; 2 of 28 practices show.\n"],
  [[{ reader: "deep" }], "1 tag found, 0 worth a look; 1 of 28 practices shows. Read by the second reader.\n"],
])("%j is summed up in a sentence", (tags, summary) => {
  expect(printed(...tags)).toContain(`\n${summary}`);
});
