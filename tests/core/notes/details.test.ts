import { expect, test } from "vitest";
import { dayIn, detailsOf } from "../../../core/index";

test.each([
  ["Data talk (10 min)", { minutes: 10 }],
  ["2:10–2:30 exit slips", { from: 850, to: 870, minutes: 20 }],
  ["2:45-3:05pm data", { from: 885, to: 905, minutes: 20 }],
  ["11:50-12:20 lunch PLC", { from: 710, to: 740, minutes: 30 }],
  ["12:45 - 1:15 planning", { from: 765, to: 795, minutes: 30 }],
  ["13.30–14.15 moderation", { from: 810, to: 855, minutes: 45 }],
  ["8:05 welcome", { from: 485 }],
  ["norms 5m", { minutes: 5 }],
  ["reading 10'", { minutes: 10 }],
  ["pairs 2x15 min", { minutes: 30 }],
  ["book talk ½ hr", { minutes: 30 }],
  ["1 hr pacing", { minutes: 60 }],
])("%j is given its time", (text, time) => {
  expect(detailsOf(text).time).toMatchObject(time);
});

test.each([
  "12 of 22 passed",
  "12/22 got it",
  "71% proficient",
  "due 3/14",
  "$15 for cake",
  "Gr 5 rm 12",
  "3m tape? no: 5.2 kg",
])("%j gets no time of day", (text) => {
  expect(detailsOf(text).time?.from).toBeUndefined();
});

test.each([
  ["bring slips 10/12", { month: 10, day: 12 }],
  ["by Oct 3rd", { month: 10, day: 3 }],
  ["12 oct", { month: 10, day: 12 }],
  ["on 2025-11-05", { year: 2025, month: 11, day: 5 }],
  ["25/9/25", { year: 2025, month: 9, day: 25 }],
])("%j names a day", (text, day) => {
  expect(dayIn(text)).toMatchObject(day);
});

test.each(["Feb 30", "31 April", "2025-02-29", "6/31"])("%j is no day of the calendar", (text) => {
  expect(dayIn(text)).toBeUndefined();
});

test.each(["12/22 got it right? 13/40", "page 4/99", "nothing here", "score 0/5"])(
  "%j names no day beyond the calendar",
  (text) => {
    const day = dayIn(text);
    if (day) expect(day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31).toBe(true);
  },
);

test.each([
  [
    "Facilitator: Marisol   Recorder: T. Vance",
    [
      { role: "facilitator", who: "Marisol" },
      { role: "recorder", who: "T. Vance" },
    ],
  ],
  ["Timekeeper:", []],
])("%j gives roles", (text, roles) => {
  expect(detailsOf(text).roles).toEqual(roles);
});

test.each([
  ["Priya to bring exit slips", ["Priya"]],
  ["sort the essays – Ana & Lou", ["Ana", "Lou"]],
  ["order paper (Deb)", ["Deb"]],
  ["Lou & Ben – plan the fraction lesson", ["Lou", "Ben"]],
  ["Budget – plan it", []],
  ["nobody in particular", []],
])("%j names its owners", (text, owners) => {
  expect(detailsOf(text).owners).toEqual(owners);
});
