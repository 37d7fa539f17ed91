import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../cli/readers/markdown";
import { applySuggestion, checkAgenda, notesFromText, plcRubric } from "../../../core/index";

const closing = (text: string, markdown = false) => {
  const notes = markdown ? readMarkdown(new TextEncoder().encode(text)) : notesFromText(text);
  const suggestion = checkAgenda(notes, plcRubric).findings.find(({ rule }) => rule === "noClosing")?.suggestion;
  if (!suggestion) throw new Error("There is no suggestion for a closing.");
  return { notes, suggestion };
};

const WORDS = "Next steps: who does what by when";

describe("a suggestion is written as the team writes", () => {
  test.each([
    ["- Norms (5 min)\n- Data (10 min)\n- Slips (20 min)", `${WORDS} (3 min)`],
    ["- Norms (5 mins)\n- Data (10 mins)\n- Slips (20 mins)", `${WORDS} (3 mins)`],
    ["- Norms 5'\n- Data 10'\n- Slips 20'", `${WORDS} 3'`],
    ["- 5 min: Norms\n- 10 min: Data\n- 20 min: Slips", `3 min: ${WORDS}`],
    ["- [5m] Norms\n- [10m] Data\n- [20m] Slips", `[3m] ${WORDS}`],
    ["- Norms – 5 minutes\n- Data – 10 minutes\n- Slips – 20 minutes", `${WORDS} – 3 minutes`],
    ["- Norms (5)\n- Data (10)\n- Slips (20)", `${WORDS} (3)`],
    ["- Norms\n- Data\n- Slips", WORDS],
  ])("%j", (items, text) => {
    const { notes, suggestion } = closing(`PLC agenda\n\n${items}\n`);
    expect(suggestion.text).toBe(text);
    const after = applySuggestion(notes, suggestion).lines;
    expect(after[after.length - 1]).toMatchObject({ kind: "bullet", depth: 0, text });
  });

  test("in a table it is a row of its own, with the minutes in their column", () => {
    const { notes, suggestion } = closing(
      "# PLC agenda\n\n| Min | What | Who |\n| --- | --- | --- |\n| 5 | Norms | Ana |\n| 20 | Slips | Ben |\n| 10 | Data | Ana |\n\nBring coffee\n",
      true,
    );
    expect(suggestion.text).toBe(`3\t${WORDS}\t`);
    const cells = applySuggestion(notes, suggestion).lines.filter(({ kind }) => kind === "cell");
    expect(cells.slice(-3)).toMatchObject([
      { row: 4, column: 0, text: "3" },
      { row: 4, column: 1, text: WORDS },
      { row: 4, column: 2, text: "" },
    ]);
  });

  test("a row in the middle moves the rows below it down", () => {
    const notes = {
      ...readMarkdown(
        new TextEncoder().encode(
          "# PLC agenda, 60 minutes\n\n| Item | Min |\n| --- | --- |\n| Hello | 5 |\n| Slips | 20 |\n| Next steps | 5 |\n",
        ),
      ),
      level: "grade",
    };
    const suggestion = checkAgenda(notes, plcRubric).findings.find(({ type }) => type === "missing")?.suggestion;
    if (!suggestion) throw new Error("There is no suggestion.");
    const after = applySuggestion(notes, suggestion);
    expect(checkAgenda(after, plcRubric).items.map(({ text }) => text)).toEqual([
      "Hello",
      "Slips",
      suggestion.text.split("\t")[0],
      "Next steps",
    ]);
    const rows = after.lines.flatMap(({ kind, row, column }) => (kind === "cell" && column === 0 ? [row] : []));
    expect(rows).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("times are shared out and cut where they stand", () => {
  test("what is left over goes to the items without a time", () => {
    const notes = notesFromText("PLC agenda, 50 minutes\n\n- Norms\n- Slips: sort\n- Plan reteaching\n- Next steps\n");
    const finding = checkAgenda(notes, plcRubric).findings.find(({ rule }) => rule === "noTimes");
    expect(finding?.suggestion?.text).toBe(
      "Norms (5 min)\nSlips: sort (20 min)\nPlan reteaching (20 min)\nNext steps (5 min)",
    );
  });

  test("what is too much is taken from logistics first", () => {
    const notes = notesFromText(
      "PLC agenda, 30 minutes\n\n- Norms (5 min)\n- Bus duty (10 min)\n- Slips: sort (20 min)\n- Next steps (3 min)\n",
    );
    const finding = checkAgenda(notes, plcRubric).findings.find(({ rule }) => rule === "overrun");
    expect(finding?.message).toContain("38 minutes, 8 more than the 30");
    expect(finding?.suggestion?.text).toBe("Bus duty (2 min)");
  });
});
