import { expect, test, vi } from "vitest";
import { printTagged } from "../../cli/tagged-lines";
import { adaptRubric, createTagger, plcRubric, type Stance, type Tag } from "../../core/index";

const rubric = adaptRubric(plcRubric);
const tagger = createTagger(rubric);

function printed(tag: Partial<Tag>): string {
  const text = "Nobody brought student work";
  const found: Tag = {
    indicator: "SL3",
    stance: "evidenced",
    confidence: 0.9,
    tier: "found",
    evidence: [[0, text.length]],
    why: "",
    reader: "compact",
    ...tag,
  };
  const tagged = { ...tagger.tag({ lines: [{ kind: "para", text }] }), tags: [[found]] };
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
