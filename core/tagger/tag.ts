/** How a line speaks of a practice: it happened, it is to happen, or it was found missing or broken. */
export type Stance = "evidenced" | "planned" | "contrary";

/** All stances, in the order in which ties are settled. */
export const STANCES: readonly Stance[] = ["evidenced", "planned", "contrary"];

/** `found`: sure enough to count. `suggested`: worth a look, not counted. */
export type Tier = "found" | "suggested";

/** A stretch of a line: UTF-16 offsets, end exclusive. */
export type Span = readonly [start: number, end: number];

/** One indicator that shows in one line. */
export interface Tag {
  /** The indicator's code, such as `SL3`. */
  readonly indicator: string;
  readonly stance: Stance;
  /** Share of tags like this one that a person would accept, 0–1. */
  readonly confidence: number;
  readonly tier: Tier;
  /** The words that carried the decision, in order, not overlapping. */
  readonly evidence: readonly Span[];
  /** One plain sentence for a teacher. */
  readonly why: string;
  /** Which reader made it. */
  readonly reader: "compact" | "deep";
}
