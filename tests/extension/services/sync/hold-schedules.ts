import { expect } from "vitest";
import { playSchedule } from "./schedule";

/** `SCHEDULES=60` plays so many in all; `SCHEDULE_SEED=7` plays that one, as a failure names it. */
const { SCHEDULES = "1000", SCHEDULE_SEED } = process.env;

/** Milliseconds that a half may take on a slow machine. */
export const HALF_AN_HOUR = 30 * 60_000;

/** The half of the seeds that is even or odd: two files, so that both cores work. */
export function seedsOf(half: "odd" | "even"): readonly number[] {
  const seeds =
    SCHEDULE_SEED === undefined ? Array.from({ length: Number(SCHEDULES) }, (_, n) => n + 1) : [Number(SCHEDULE_SEED)];
  return seeds.filter((seed) => seed % 2 === (half === "odd" ? 1 : 0));
}

/** Plays schedules one after the other: none may lose or double a decision. A failure names its seed, which repeats it. */
export async function holdSchedules(seeds: readonly number[]): Promise<void> {
  const sum = { made: 0, doubles: 0, kills: 0, faults: 0, rounds: 0 };
  const failed: string[] = [];
  for (const seed of seeds) {
    const { wrong, ...figures } = await playSchedule(seed);
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += figures[key];
    if (wrong.length > 0) failed.push(`SCHEDULE_SEED=${seed}: ${wrong.join("; ")}`);
  }
  console.info(`${seeds.length} schedules: ${JSON.stringify(sum)}`);
  expect(failed).toEqual([]);
  // A run in which nothing went wrong would show nothing.
  if (seeds.length > 1) for (const count of Object.values(sum)) expect(count).toBeGreaterThan(0);
}
