import { seeded } from "../random";

/** One request that reached Google. */
export interface HttpRequest {
  /** Counted from 1 since the server began. */
  readonly index: number;
  /** The API's method, such as "sheets.spreadsheets.values.append". */
  readonly method: string;
}

/** What goes wrong with a request. */
export type HttpFault =
  /** An error instead of an answer; the effect happened before it, or not at all. `retryAfter` is in seconds. */
  | {
      readonly kind: "status";
      readonly code: 429 | 500 | 502 | 503;
      readonly effect: boolean;
      readonly retryAfter?: number;
    }
  /** The connection ends before the effect, after it, or in the middle of the answer. */
  | { readonly kind: "cut"; readonly when: "before" | "after" | "within" }
  /** The answer comes so many real milliseconds later. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** The request arrives twice; one answer is given. */
  | { readonly kind: "twice" }
  /** The token has just expired. */
  | { readonly kind: "expired" }
  /** The person has just taken all of the app's rights away. */
  | { readonly kind: "withdrawn" };

export type HttpFaults = (request: HttpRequest) => HttpFault | undefined;

export const noHttpFaults: HttpFaults = () => undefined;

/** All kinds of faults that a client must survive by itself; withdrawn consent needs a person. */
const PASSING: readonly HttpFault[] = [
  { kind: "status", code: 429, effect: false, retryAfter: 1 },
  { kind: "status", code: 429, effect: false },
  { kind: "status", code: 500, effect: false },
  { kind: "status", code: 500, effect: true },
  { kind: "status", code: 502, effect: true },
  { kind: "status", code: 503, effect: false, retryAfter: 1 },
  { kind: "status", code: 503, effect: true },
  { kind: "cut", when: "before" },
  { kind: "cut", when: "after" },
  { kind: "cut", when: "within" },
  { kind: "slow", milliseconds: 5 },
  { kind: "twice" },
  { kind: "expired" },
];

/**
 * Faults that a seed repeats: each request has one with the given chance, decided by its number alone, so that the same
 * requests in the same order meet the same faults.
 */
export function seededFaults(seed: number, chance = 0.3, faults: readonly HttpFault[] = PASSING): HttpFaults {
  return ({ index }) => {
    const random = seeded((seed * 0x9e3779b1 + index * 0x85ebca6b) >>> 0);
    return random() < chance ? faults[Math.floor(random() * faults.length)] : undefined;
  };
}
