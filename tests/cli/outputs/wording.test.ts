import { describe, expect, it } from "vitest";
import { day, headline, isDay, readings, span } from "../../../cli/outputs/wording";
import { coverageOf, exampleCoverage, meetingOf, tagOf } from "./example-coverage";
import { exampleRubric } from "./example-rubric";

const codes = exampleRubric.indicators.map(({ code }) => code);
const evidenced = (some: readonly string[]) => some.map((code) => tagOf("Done", code));
const planned = (some: readonly string[]) => some.map((code) => tagOf("To do", code, { stance: "planned" }));

describe("headline", () => {
  it.each([
    [[], "None of the 28 practices shows yet in 1 meeting."],
    [evidenced(codes), "All 28 practices show in 1 meeting."],
    [evidenced(["SL3"]), "1 of 28 practices shows in 1 meeting, and 27 are not yet seen."],
    [
      [...evidenced(["SL3", "RD1"]), ...planned(["TP4"])],
      "2 of 28 practices show in 1 meeting, 1 more is planned, and 25 are not yet seen.",
    ],
    [
      evidenced(codes.filter((code) => code !== "CT3" && code !== "CT5")),
      "26 of 28 practices show in 1 meeting; not yet seen: Mentorship and Collegial research.",
    ],
    [
      [...evidenced(codes.slice(1)), ...planned(codes.slice(0, 1))],
      "27 of 28 practices show in 1 meeting, and 1 more is planned.",
    ],
  ])("says in one sentence what shows (%#)", (tags, sentence) => {
    expect(headline(coverageOf([meetingOf({ tags })]), exampleRubric)).toBe(sentence);
  });

  it("says so when nothing has been read", () => {
    expect(headline(coverageOf([]), exampleRubric)).toBe("No meetings have been read yet.");
  });

  it("never speaks of failing", () => {
    expect(headline(exampleCoverage(), exampleRubric)).not.toMatch(/fail|missing|weak|poor/i);
  });
});

describe("dates", () => {
  it.each([
    ["2025-10-12", "12 Oct 2025"],
    ["2025-02-31", "2025-02-31"],
    ["October", "October"],
    [undefined, "no date"],
  ])("writes %s as %s", (date, written) => {
    expect(day(date)).toBe(written);
  });

  it("knows days of the calendar from other texts", () => {
    expect(["2024-02-29", "2025-02-29", "2025-13-01", "25-1-1"].map(isDay)).toEqual([true, false, false, false]);
  });

  it("tells the time that the notes span", () => {
    const dates = ["2025-11-02", "2025-09-03"].map((date) => meetingOf({ date }));
    expect(span(coverageOf(dates))).toBe("3 Sep 2025 to 2 Nov 2025");
    expect(span(coverageOf([]))).toBe("");
  });
});

describe("readings", () => {
  it("counts what was read and says what has no date", () => {
    expect(readings(exampleCoverage(4, { dated: false }))).toMatch(
      /^4 meetings read \(1 agenda\) · \d+ lines · .* · 4 without a date$/,
    );
  });
});
