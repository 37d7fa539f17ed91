import { expect, test } from "vitest";
import { playSchedule } from "./schedule";

/** `SCHEDULES=1000` plays so many; `SCHEDULE_SEED=7` plays that one, as a failure names it. */
const { SCHEDULES = "60", SCHEDULE_SEED } = process.env;
const seeds =
  SCHEDULE_SEED === undefined ? Array.from({ length: Number(SCHEDULES) }, (_, n) => n + 1) : [Number(SCHEDULE_SEED)];

test(
  "no schedule of faults, kills and doubles loses or doubles a decision",
  async () => {
    const sum = { made: 0, doubles: 0, kills: 0, faults: 0, rounds: 0 };
    const failed: string[] = [];
    for (const seed of seeds) {
      const { wrong, ...figures } = await playSchedule(seed);
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += figures[key];
      if (wrong.length > 0) failed.push(`SCHEDULE_SEED=${seed}: ${wrong.join("; ")}`);
    }
    if (seeds.length !== 60) console.info(`${seeds.length} schedules: ${JSON.stringify(sum)}`);
    expect(failed).toEqual([]);
    // A run in which nothing went wrong would show nothing.
    if (seeds.length > 1) for (const count of Object.values(sum)) expect(count).toBeGreaterThan(0);
  },
  20 * 60_000,
);

test("a seed repeats its schedule to the last request", async () => {
  expect(await playSchedule(11)).toEqual(await playSchedule(11));
});
