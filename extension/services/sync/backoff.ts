const FIRST = 1000;
const LONGEST = 10 * 60_000;

/**
 * Milliseconds to wait after so many failures in a row (from 1): doubling, with chance in it, so that a school's browsers do not
 * all come back at once. Never less than Google asked for. `random` gives 0 up to 1.
 */
export function backoff(failures: number, random: () => number, retryAfter = 0): number {
  const most = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 20));
  return Math.round(Math.max(retryAfter, most / 2) + (random() * most) / 2);
}
