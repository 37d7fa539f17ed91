import type { Tier } from "../core/index";
import { share } from "./scores";
import type { JudgedMeeting } from "./verdicts";

/** How many tags of a tier there are, and the share that people gave too. */
export interface TierResult {
  readonly tier: Tier;
  readonly tags: number;
  /** Of all tags, the share in this tier. */
  readonly share: number;
  readonly precision: number;
}

/** Both tiers: what `found` promises, and what is only worth a look. */
export function tierResults(meetings: readonly JudgedMeeting[]): readonly TierResult[] {
  const tags = meetings.flatMap(({ lines }) => lines.flatMap(({ verdicts }) => verdicts)).filter(({ claim }) => claim);
  return (["found", "suggested"] as const).map((tier) => {
    const ofTier = tags.filter(({ claim }) => claim?.tier === tier);
    return {
      tier,
      tags: ofTier.length,
      share: share(ofTier.length, tags.length),
      precision: share(ofTier.filter(({ gold }) => gold).length, ofTier.length),
    };
  });
}
