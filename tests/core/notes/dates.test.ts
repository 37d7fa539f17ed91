import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn, isoDay, splitMeetings } from "../../../core/index";
import { isDay } from "../../../core/notes/json";

test.each([
  ["Feb 29", 2024, "2024-02-29"],
  ["Feb 29", 2026, undefined],
  ["2/29", 2100, undefined],
  ["3 Oct", 2026, "2026-10-03"],
  ["3 Oct", undefined, undefined],
])("%s in the year %s is %s", (text, year, day) => {
  expect(isoDay(dayIn(text) as NonNullable<ReturnType<typeof dayIn>>, year)).toBe(day);
});

test("the meetings of a log have days of the calendar, or none", () => {
  const heading = fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
    .map(({ month, day }) => ({ kind: "heading" as const, text: `${month}/${day}` }));
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 8 }), fc.integer({ min: 2020, max: 2030 }), (lines, year) => {
      for (const { notes } of splitMeetings({ date: `${year}-09-01`, lines }))
        expect(notes.date === undefined || isDay(notes.date)).toBe(true);
    }),
  );
});
