import { test } from "vitest";
import { HALF_AN_HOUR, holdSchedules, seedsOf } from "./hold-schedules";

test("no schedule of faults, kills and doubles with an even seed loses or doubles a decision", {
  timeout: HALF_AN_HOUR,
}, async () => {
  await holdSchedules(seedsOf("even"));
});
