import { expect, test } from "vitest";
import { HALF_AN_HOUR, holdSchedules, seedsOf } from "./hold-schedules";
import { playSchedule } from "./schedule";

test("no schedule of faults, kills and doubles with an odd seed loses or doubles a decision", {
  timeout: HALF_AN_HOUR,
}, async () => {
  await holdSchedules(seedsOf("odd"));
});

test("a seed repeats its schedule to the last request", async () => {
  expect(await playSchedule(11)).toEqual(await playSchedule(11));
});
