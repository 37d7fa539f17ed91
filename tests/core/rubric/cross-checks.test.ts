import { expect, test } from "vitest";
import { readRubric } from "../../../core/rubric/rubric";
import { faultsOf, plcText, smallFile } from "./file";

const part = { title: "Grade" };

test.each([
  [
    "a code used twice",
    smallFile((file) => {
      file.indicators[1].code = "A1";
    }),
    "indicators[1].code",
    "A1 is used twice.",
  ],
  [
    "a dimension used twice",
    smallFile((file) => file.dimensions.push(file.dimensions[0])),
    "dimensions[1].key",
    "A is used twice.",
  ],
  [
    "a dimension that does not exist",
    smallFile((file) => {
      file.indicators[1].dimension = "B";
    }),
    "indicators[1].dimension",
    'A2 belongs to "B", and there is no such dimension.',
  ],
  [
    "a neighbour that does not exist",
    smallFile((file) => {
      file.indicators[0].neighbours = [{ code: "A9", difference: "None." }];
    }),
    "indicators[0].neighbours[0].code",
    "There is no indicator A9 in this rubric.",
  ],
  [
    "an indicator that is its own neighbour",
    smallFile((file) => {
      file.indicators[0].neighbours = [{ code: "A1", difference: "None." }];
    }),
    "indicators[0].neighbours[0].code",
    "A1 is named as its own neighbour.",
  ],
  [
    "wording for an unknown code",
    smallFile((file) => {
      file.levels = { grade: { ...part, wording: [{ code: "A9", title: "Ninth" }] } };
    }),
    "levels.grade.wording[0].code",
    "There is no indicator A9 in this rubric.",
  ],
  [
    "a question with an unknown code",
    smallFile((file) => {
      file.models = { russo: { ...part, questions: [{ title: "Why?", codes: ["A1", "A9"] }] } };
    }),
    "models.russo.questions[0].codes[1]",
    "There is no indicator A9 in this rubric.",
  ],
  [
    "an unknown code in what a model says of a level",
    smallFile((file) => {
      file.models = { dufour: { ...part, levels: { grade: { ...part, expected: [{ code: "A9", why: "So." }] } } } };
    }),
    "models.dufour.levels.grade.expected[0].code",
    "There is no indicator A9 in this rubric.",
  ],
  [
    "two weights for one indicator",
    smallFile((file) => {
      const emphasis = [
        { is: "core", codes: ["A1"] },
        { is: "usual", codes: ["A1"] },
      ];
      file.levels = { grade: { ...part, emphasis } };
    }),
    "levels.grade.emphasis[1].codes[0]",
    "A1 is used twice.",
  ],
  [
    "an indicator both expected and occasional",
    smallFile((file) => {
      const emphasis = [{ is: "occasional", codes: ["A1"] }];
      file.levels = { grade: { ...part, emphasis, expected: [{ code: "A1", why: "So." }] } };
    }),
    "levels.grade.expected[0].code",
    "A1 is expected of every meeting here, and called occasional in the same part.",
  ],
  [
    "a phrase written as a regular expression",
    smallFile((file) => {
      file.indicators[0].phrases = ["exit slip*", "(re)?teach"];
    }),
    "indicators[0].phrases[1]",
    'A1: "(re)?teach" holds the sign (, and phrases are plain words.',
  ],
  [
    "more phrases than there is room for",
    smallFile((file) => {
      const long = (at: number) => `${String(at).padStart(80, "x")}`;
      file.indicators[0].phrases = Array.from({ length: 200 }, (_, at) => long(at));
      file.indicators[1].phrases = Array.from({ length: 200 }, (_, at) => long(at + 200));
    }),
    "indicators",
    "The different words of all phrases have 32000 characters together; there is room for 25000.",
  ],
])("finds %s", (_, file, place, problem) => {
  const faults = faultsOf(file);
  expect(faults).toMatchObject([{ place, problem }]);
  expect(faults[0]?.remedy).toMatch(/\.$/);
});

test("a removed indicator gives one fault and tells how often it is still named", () => {
  const file = JSON.parse(plcText);
  file.indicators = file.indicators.filter((indicator: { code: string }) => indicator.code !== "TP4");
  const mentions = JSON.stringify(file).split('"TP4"').length - 1;
  expect(faultsOf(file)).toEqual([
    {
      place: "indicators[6].neighbours[1].code",
      problem: "There is no indicator TP4 in this rubric.",
      remedy: `Correct the code, or remove this entry. It is also named at ${mentions - 1} other places.`,
    },
  ]);
});

test("a word that many phrases share takes room once", () => {
  const phrases = Array.from({ length: 200 }, (_, at) => `${"x".repeat(76)} ${at}`);
  const file = smallFile((file) => {
    for (const indicator of file.indicators) indicator.phrases = phrases;
  });
  expect(faultsOf(file)).toEqual([]);
});

test("a field that is not known is left out with a warning", () => {
  const reading = readRubric(
    smallFile((file) => {
      file.indicators[1].colour = "red";
      file.levels = { galaxy: part };
    }),
  );
  expect(reading.ok && reading.warnings).toMatchObject([
    { place: "indicators[1].colour", problem: '"colour" is not a field that Plumbline knows, so it was left out.' },
    { place: "levels.galaxy" },
  ]);
  expect(reading.ok && reading.rubric.indicators[1]).not.toHaveProperty("colour");
});
