import type { Services } from "../worker/services";

/** Seconds that something is remembered: the longest that Google keeps it. */
const LONGEST = 21_600;

/** What may be forgotten. */
export const userCache: Services["cache"] = {
  get: (key) => CacheService.getUserCache().get(key),
  put: (key, value) => CacheService.getUserCache().put(key, value, LONGEST),
};
