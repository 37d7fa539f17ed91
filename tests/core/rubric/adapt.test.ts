import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adaptRubric, isLevel, isModel, LEVELS, MODELS, plcRubric, readRubric } from "../../../core/rubric/rubric";
import { smallFile } from "./file";

const codesOf = (items: readonly { code: string }[]) => items.map(({ code }) => code);

describe("without model and level", () => {
  it.each([{}, { model: "none" as const }, { model: undefined, level: undefined }])("%j is neutral", (choice) => {
    const adapted = adaptRubric(plcRubric, choice);
    expect(adapted).toMatchObject({ expected: [], questions: [], bigIdeas: [], notices: [], about: [] });
    expect(new Set(Object.values(adapted.emphasis))).toEqual(new Set(["usual"]));
    expect(adapted.indicators).toEqual(plcRubric.indicators);
    expect(adapted).not.toHaveProperty("model");
  });
});

describe("with DuFour", () => {
  const dufour = adaptRubric(plcRubric, { model: "dufour" });

  it("asks the four questions in order, each with its indicators", () => {
    expect(dufour.questions).toEqual([
      { title: "What should students learn?", codes: ["TP4"] },
      { title: "How will we know?", codes: ["SB2", "SL3", "RD1"] },
      { title: "What do we do when they have not?", codes: ["SL2", "SL5"] },
      { title: "What do we do when they already have?", codes: ["SL1", "SL5"] },
    ]);
  });

  it("names the three big ideas", () => {
    expect(dufour.bigIdeas.map(({ title }) => title)).toEqual([
      "Focus on learning",
      "Collaborative culture",
      "Focus on results",
    ]);
  });

  it("changes what counts, and leaves codes and the rubric's own text", () => {
    const [before, after] = [plcRubric, dufour].map((rubric) => rubric.indicators.find(({ code }) => code === "TP4"));
    expect(after?.counts).not.toBe(before?.counts);
    expect(after).toMatchObject({ code: "TP4", text: before?.text, title: before?.title });
  });

  it("expects what the questions ask for, with a reason each", () => {
    expect(codesOf(dufour.expected)).toEqual(["TP4", "SL5", "RD1"]);
    for (const { why } of dufour.expected) expect(why).toMatch(/question/);
  });
});

describe("with Russo", () => {
  it("says that nothing public defines it, and adds nothing", () => {
    const { notices, ...russo } = adaptRubric(plcRubric, { model: "russo" });
    expect(notices.join()).toContain("We know of no public text that describes the Russo model");
    expect(russo).toMatchObject({ localText: "", questions: [], bigIdeas: [], expected: [], about: [] });
    expect(russo.emphasis).toEqual(adaptRubric(plcRubric).emphasis);
  });

  it("shows what a team wrote for it", () => {
    const reading = readRubric(
      smallFile((file) => {
        const questions = [{ title: "Whom did we reach?", codes: ["A1"] }];
        file.models = { russo: { title: "Russo", localText: "Ours since 2019.", questions } };
      }),
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    expect(adaptRubric(reading.rubric, { model: "russo" })).toMatchObject({
      localText: "Ours since 2019.",
      questions: [{ title: "Whom did we reach?", codes: ["A1"] }],
      notices: [],
    });
  });
});

describe("with a level", () => {
  it.each(["network", "consortium"] as const)("a %s is not expected to see single learners each time", (level) => {
    const adapted = adaptRubric(plcRubric, { model: "dufour", level });
    expect(adapted.emphasis).toMatchObject({ SL2: "occasional", SL5: "occasional" });
    expect(codesOf(adapted.expected)).not.toContain("SL5");
    expect(adapted.emphasisWhy.SL5).toMatch(/schools/);
  });

  it.each(LEVELS)("%s explains every weight it changes", (level) => {
    const { emphasis, emphasisWhy } = adaptRubric(plcRubric, { level });
    const changed = Object.keys(emphasis).filter((code) => emphasis[code] !== "usual");
    expect(changed.filter((code) => !emphasisWhy[code])).toEqual([]);
  });
});

describe("where parts differ", () => {
  const reading = readRubric(
    smallFile((file) => {
      const part = (title: string, more: object) => ({ title, ...more });
      const core = { is: "core", codes: ["A1", "A2"], why: "Heart." };
      file.models = {
        dufour: part("Model", {
          wording: [{ code: "A1", title: "By model", counts: "By model." }],
          emphasis: [core],
          expected: [
            { code: "A2", why: "Model." },
            { code: "A1", why: "Model." },
          ],
          levels: { school: part("Both", { expected: [{ code: "A1", why: "Both." }] }) },
        }),
      };
      file.levels = {
        grade: part("Grade", { wording: [{ code: "A1", title: "By level" }] }),
        school: part("School", { emphasis: [{ is: "occasional", codes: ["A1"], why: "Seldom." }] }),
      };
    }),
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { rubric } = reading;

  it("the level's wording wins over the model's, field by field", () => {
    const [first] = adaptRubric(rubric, { model: "dufour", level: "grade" }).indicators;
    expect(first).toMatchObject({ title: "By level", counts: "By model.", text: "The first practice." });
  });

  it("expectations stand in the rubric's order", () => {
    expect(codesOf(adaptRubric(rubric, { model: "dufour" }).expected)).toEqual(["A1", "A2"]);
  });

  it("what the model says of the level wins over both", () => {
    expect(adaptRubric(rubric, { level: "school" }).emphasis.A1).toBe("occasional");
    expect(adaptRubric(rubric, { model: "dufour", level: "school" })).toMatchObject({
      emphasis: { A1: "usual", A2: "core" },
      expected: [
        { code: "A1", why: "Both." },
        { code: "A2", why: "Model." },
      ],
    });
  });

  it("a level that the rubric does not describe is neutral", () => {
    expect(adaptRubric(rubric, { level: "network" })).toMatchObject({ level: "network", expected: [] });
  });
});

it("every pair of model and level weighs every indicator, expects nothing occasional, and leaves the rubric alone", () => {
  const before = JSON.stringify(plcRubric);
  const codes = codesOf(plcRubric.indicators);
  fc.assert(
    fc.property(fc.constantFrom(undefined, ...MODELS), fc.constantFrom(undefined, ...LEVELS), (model, level) => {
      const adapted = adaptRubric(plcRubric, { model, level });
      expect(Object.keys(adapted.emphasis)).toEqual(codes);
      expect(codesOf(adapted.indicators)).toEqual(codes);
      expect(adapted.expected.filter(({ code }) => adapted.emphasis[code] === "occasional")).toEqual([]);
      expect(adapted.expected.length).toBeLessThanOrEqual(5);
    }),
  );
  expect(JSON.stringify(plcRubric)).toBe(before);
});

it.each(["none", "__proto__", "constructor", "", 3, undefined])("%j names neither a model nor a level", (value) => {
  expect([isModel(value), isLevel(value)]).toEqual([false, false]);
});
