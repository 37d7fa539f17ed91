import { describe, expect, test } from "vitest";
import { adaptRubric, checkAgenda, type Finding, notesFromText, plcRubric } from "../../../core/index";
import { historyNamed } from "./corpus";

const AGENDA = "PLC agenda, 50 minutes\n\n- Norms (5 min)\n- Exit slips: sort (20 min)\n- Next steps (5 min)\n";
const grade4 = historyNamed("grade4");
const of = (type: Finding["type"], findings: readonly Finding[]) => findings.filter((finding) => finding.type === type);

describe("neglected practices", () => {
  const check = (rubric = adaptRubric(plcRubric, { level: "grade" }), more = "") =>
    of("neglected", checkAgenda({ ...notesFromText(AGENDA + more), date: "2025-12-17" }, rubric, grade4).findings);

  test("are at most three, those at the heart of the level first", () => {
    expect(check()).toHaveLength(3);
    expect(check()[0]?.indicators).toEqual(["SB2"]);
    expect(check()[0]?.message).toContain("not yet seen in your last 7 meetings");
  });

  test("leave out what the agenda promises", () => {
    const promised = check(undefined, "- Regroup across our classes for next week's intervention block (5 min)\n");
    expect(promised.flatMap(({ indicators }) => indicators)).not.toContain("SB2");
  });

  test("follow the weights of the model", () => {
    const codes = check(adaptRubric(plcRubric, { model: "dufour", level: "district" })).flatMap(
      ({ indicators }) => indicators,
    );
    expect(codes).toContain("SB6");
  });

  test("are not named from meetings on the day of the agenda or after it", () => {
    const { findings } = checkAgenda(
      { ...notesFromText(AGENDA), date: "2025-09-17", level: "grade" },
      plcRubric,
      grade4,
    );
    expect(of("neglected", findings)).toEqual([]);
  });
});

describe("what was promised", () => {
  const followUps = (date: string, more = "") =>
    of(
      "followUp",
      checkAgenda({ ...notesFromText(AGENDA + more), date, level: "grade" }, plcRubric, grade4).findings,
    ).map(({ message }) => message.split(" ")[0]);

  test("comes up from the day it is due, the latest due first", () => {
    expect(followUps("2025-12-10")).toEqual(["Jo"]);
    expect(followUps("2025-12-17")).toEqual(["Wendell", "Deepa", "Jo"]);
    expect(followUps("2026-01-15")).toContain("Cilla");
  });

  test.each([
    ["- Tutoring slots for January (5 min)\n", ["Deepa", "Jo"]],
    ["- Deepa: the papers (5 min)\n", ["Wendell", "Jo"]],
    ["- Did we do what we said? (5 min)\n", []],
    ["- Review action items (5 min)\n", []],
  ])("%j on the agenda leaves open what %j took on", (item, open) => {
    expect(followUps("2025-12-17", item)).toEqual(open);
  });
});

describe("the guiding questions of DuFour", () => {
  const check = (model: "dufour" | "russo") =>
    checkAgenda({ ...notesFromText(AGENDA.replace("Exit slips: sort", "Quiz results by question")), model }, plcRubric);

  test("each tell their items and minutes", () => {
    expect(check("dufour").questions.map(({ answered, minutes }) => [answered, minutes])).toEqual([
      [false, 0],
      [true, 20],
      [false, 0],
      [false, 0],
    ]);
  });

  test("are not there under a model without any", () => {
    expect(check("russo").questions).toEqual([]);
  });
});

test("the minutes of the parts add up to the whole", () => {
  const { minutes } = checkAgenda(notesFromText(AGENDA), plcRubric);
  const sum = Object.values(minutes.byDimension).reduce((a, b) => a + b, 0) + minutes.logistics + minutes.other;
  expect(sum).toBe(minutes.total);
});
