import { describe, expect, test } from "vitest";
import { type Commitment, coverageOf, plcRubric } from "../../../core/index";
import { bullet, documentOf, heading } from "./documents";

/** The commitments of one meeting that holds one line under one heading. */
function commitmentsOf(text: string, above: string, date?: string): readonly Commitment[] {
  const made = date === undefined ? {} : { date };
  return coverageOf([documentOf([heading(above), bullet(text)], made)], plcRubric).meetings[0]?.commitments ?? [];
}

describe("a commitment", () => {
  test.each([
    ["Next steps", "Ana: bring slips", "Ana"],
    ["Action items", "Ana to bring slips", "Ana"],
    ["To do before Oct 1", "Roz + Deepa: five mornings of jumps", "Roz, Deepa"],
    ["Homework", "bring the slips – Tomás", "Tomás"],
    ["Data", "Lou will send the list", "Lou"],
    ["Data", "Roz and Deepa will try counting jumps", "Roz, Deepa"],
  ])("under %j: %j is a promise of %s", (above, what, who) => {
    expect(commitmentsOf(what, above)).toEqual([{ who, what, line: 1 }]);
  });

  test.each([
    ["Next steps", "order more paper"],
    ["Data", "Ana: 12 of 22 passed"],
    ["Data", "we will look at it"],
    ["Data", "Fridge will be emptied"],
    ["Data", "Desks: Norm will help if we ask"],
  ])("under %j: %j promises nothing of anybody", (above, what) => {
    expect(commitmentsOf(what, above)).toEqual([]);
  });

  test("is found below deeper headings too, and not in a heading", () => {
    const lines = [heading("Next steps"), heading("Ana: maths", 2), bullet("Lou: slips")];
    expect(coverageOf([documentOf(lines)], plcRubric).meetings[0]?.commitments).toEqual([
      { who: "Lou", what: "Lou: slips", line: 2 },
    ]);
  });
});

describe("what is due", () => {
  test.each([
    ["on a day of the same autumn", "2025-10-08", "10/15", "2025-10-15"],
    ["on the day itself", "2025-10-08", "Oct 8", "2025-10-08"],
    ["after New Year", "2025-12-17", "1/7", "2026-01-07"],
    ["at the end of the school year", "2025-09-03", "May 29", "2026-05-29"],
    ["half a year on", "2025-11-05", "June 10", "2026-06-10"],
    ["a little while ago: it was missed", "2025-10-22", "10/9", "2025-10-09"],
    ["before New Year: it was missed", "2026-01-07", "12/17", "2025-12-17"],
    ["in a year that is named", "2025-10-08", "Oct 1, 2026", "2026-10-01"],
    ["on a day that no calendar has", "2025-10-08", "Feb 30", undefined],
    ["on a leap day", "2027-12-15", "Feb 29", "2028-02-29"],
    ["without a date of the meeting", undefined, "10/15", undefined],
    ["with its own year alone", undefined, "2025-10-15", "2025-10-15"],
  ])("%s: meeting %s, due %s", (_when, meeting, day, due) => {
    const what = `Ana: slips by ${day}`;
    expect(commitmentsOf(what, "Next steps", meeting)).toEqual([
      { who: "Ana", what, line: 1, ...(due === undefined ? {} : { due }) },
    ]);
  });

  test("in a running log goes by the date of its own meeting", () => {
    const log = documentOf([
      heading("12/10/2025"),
      heading("Next steps", 2),
      bullet("Ana: slips by 1/7"),
      heading("1/7"),
      heading("Next steps", 2),
      bullet("Ben: retake by 1/21"),
    ]);
    expect(
      coverageOf([log], plcRubric).meetings.flatMap(({ commitments }) =>
        commitments.map(({ line, due }) => [line, due]),
      ),
    ).toEqual([
      [2, "2026-01-07"],
      [5, "2026-01-21"],
    ]);
  });
});
