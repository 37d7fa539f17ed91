import { expect, test } from "vitest";
import { ManualClock } from "./clock";
import { Quota } from "./quota";

const spent = (quota: Quota, kind: "read" | "write", user: string, times: number): void => {
  for (let time = 0; time < times; time++) quota.spend("sheets", kind, user, "p");
};

test.each(["read", "write"] as const)("a person has 60 %s requests a minute, and the next minute 60 more", (kind) => {
  const clock = new ManualClock(0);
  const quota = new Quota(clock);
  spent(quota, kind, "a", 60);
  expect(() => spent(quota, kind, "a", 1)).toThrow("per minute per user' of service 'sheets.googleapis.com'");
  clock.advance(60_000);
  expect(() => spent(quota, kind, "a", 60)).not.toThrow();
});

test("reads and writes are counted apart", () => {
  const quota = new Quota(new ManualClock());
  spent(quota, "read", "a", 60);
  expect(() => spent(quota, "write", "a", 60)).not.toThrow();
});

test("a project has 300 a minute, whoever asks", () => {
  const quota = new Quota(new ManualClock());
  for (const user of "abcde") spent(quota, "read", user, 60);
  expect(() => spent(quota, "read", "f", 1)).toThrow("limit 'Read requests per minute'");
});
