import type { Decision } from "../decisions/decision";
import type { Tag } from "../tagger/tag";

/** What of a tag is compared. */
export type Suggestion = Pick<Tag, "indicator" | "tier" | "stance">;

/** One line: what the program says of it and what people said. */
export interface AgreementLine {
  /** Absent where the line is gone: then a decision itself says whether a reader had suggested its tag. */
  readonly tags?: readonly Suggestion[];
  readonly decisions: readonly Decision[];
}

/** Groups decisions by line as far as they tell by themselves: same document, tab, meeting and words. */
export function byLine(decisions: readonly Decision[]): Decision[][] {
  const lines = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const { document, tab, meeting, quote } = decision;
    const key = JSON.stringify([document, tab, meeting, quote]);
    const line = lines.get(key);
    if (line) line.push(decision);
    else lines.set(key, [decision]);
  }
  return [...lines.values()];
}
