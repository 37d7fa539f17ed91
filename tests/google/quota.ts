import { ApiError } from "./api/api-error";
import type { Clock } from "./clock";

export type QuotaKind = "read" | "write";

/** Requests a minute by one person through one project, and by all people through it, as Google documents them. */
const LIMITS: Readonly<Record<string, readonly [each: number, project: number]>> = {
  "sheets read": [60, 300],
  "sheets write": [60, 300],
  "docs read": [300, 3000],
  "docs write": [60, 600],
  "drive read": [12_000, 12_000],
  "drive write": [12_000, 12_000],
  "calendar read": [600, 10_000],
  "calendar write": [600, 10_000],
};
const MINUTE = 60_000;

/** Counts requests in each minute and refuses those above Google's quota (429, RESOURCE_EXHAUSTED). */
export class Quota {
  private readonly counts = new Map<string, { minute: number; count: number }>();
  constructor(private readonly clock: Clock) {}

  spend(api: string, kind: QuotaKind, user: string, project: string): void {
    const limits = LIMITS[`${api} ${kind}`];
    if (!limits) throw new Error(`No quota is known for ${api} ${kind}.`);
    this.count(`${api} ${kind} ${project} ${user}`, limits[0], `${kind} requests per minute per user`, api, project);
    this.count(`${api} ${kind} ${project}`, limits[1], `${kind} requests per minute`, api, project);
  }

  private count(key: string, limit: number, name: string, api: string, project: string): void {
    const minute = Math.floor(this.clock.now() / MINUTE);
    const before = this.counts.get(key);
    const count = before?.minute === minute ? before.count + 1 : 1;
    this.counts.set(key, { minute, count });
    if (count <= limit) return;
    const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    throw new ApiError(
      "RESOURCE_EXHAUSTED",
      `Quota exceeded for quota metric '${title.split(" per ")[0]}' and limit '${title}' of service '${api}.googleapis.com' for consumer 'project_number:${project}'.`,
      "rateLimitExceeded",
    );
  }
}
