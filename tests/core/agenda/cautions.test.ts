import { describe, expect, test } from "vitest";
import { type Coverage, checkAgenda, type Notes, notesFromText, plcRubric } from "../../../core/index";
import { historyNamed } from "./corpus";

const AGENDA =
  "Grade 4 PLC agenda Dec 17, 2025\n\n- Norms (5 min)\n- Exit slips: sort (20 min)\n- Next steps (5 min)\n";
const cautions = (text: string, history?: Coverage, more: Partial<Notes> = { level: "grade" }): string =>
  checkAgenda({ ...notesFromText(text), ...more }, plcRubric, history).cautions.join("\n");

const grade4 = historyNamed("grade4");

describe("what could not be checked is said plainly", () => {
  test("nothing where all is known", () => {
    expect(cautions(AGENDA, grade4)).toBe("");
  });

  test.each<[string, string, Coverage | undefined, Partial<Notes>, string]>([
    ["no items", "Grade 4 PLC agenda Dec 17, 2025\n", undefined, { level: "grade" }, "Put each item on a line"],
    ["an empty document", "", undefined, { level: "grade" }, "Put each item on a line"],
    [
      "no times",
      "Agenda\n\n- Norms\n- Exit slips: sort\n- Next steps\n",
      undefined,
      { level: "grade" },
      "Without times",
    ],
    [
      "minutes",
      "Minutes Oct 1\nPresent: Ana, Lou\n\n- We reviewed the exit slips\n- Lou said her class struggled\n- Team agreed to reteach\n",
      undefined,
      { level: "grade" },
      "reads like minutes",
    ],
    ["neither model nor level", AGENDA, undefined, {}, "Neither model nor level"],
    ["an empty history", AGENDA, { ...grade4, meetings: [] }, { level: "grade" }, "holds no meetings yet"],
    [
      "a history of later meetings",
      AGENDA.replace("2025", "2024"),
      grade4,
      { level: "grade" },
      "no meeting before this one",
    ],
    ["a short history", AGENDA, historyNamed("two"), { level: "grade" }, "fewer than three meetings"],
    [
      "another team's history",
      AGENDA,
      { ...grade4, team: "Grade 7 science" },
      { level: "grade" },
      "does not look like the team",
    ],
    [
      "another rubric",
      AGENDA,
      { ...grade4, rubric: { id: "ours", version: "1.0.0" } },
      { level: "grade" },
      "another rubric (ours)",
    ],
    [
      "another version",
      AGENDA,
      { ...grade4, rubric: { id: "plc", version: "0.9.0" } },
      { level: "grade" },
      "version 0.9.0",
    ],
    ["an agenda without a date", AGENDA.replace(" Dec 17, 2025", ""), grade4, { level: "grade" }, "names no date"],
  ])("%s", (_what, text, history, more, said) => {
    expect(cautions(text, history, more)).toContain(said);
  });

  test("of a running log the latest meeting is checked, with its lines where they stand in the document", () => {
    const lines = [
      "# 2025-10-08 PLC",
      "- Norms (5 min)",
      "# 2025-10-22 PLC",
      "- Exit slips (20 min)",
      "- Next steps (5 min)",
    ];
    const check = checkAgenda({ ...notesFromText(lines.join("\n")), level: "grade" }, plcRubric);
    expect(check.items.map(({ line }) => line)).toEqual([3, 4]);
    expect(check.cautions.join("\n")).toContain("2 meetings");
  });
});
