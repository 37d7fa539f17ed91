import type { Promised } from "./agenda-check";
import cues from "./cues.json" with { type: "json" };
import { patternOf, plain } from "./words";

const patterns = Object.entries(cues).map(([code, entries]) => ({ code, pattern: patternOf(entries) }));

/** Things that bear the name of a practice: "data room key", "scores due Friday", "testing window". */
const THINGS =
  /\b(?:keys?|room|closet|cart|password|login|due|deadlines?|window|schedule|forms?|office|submit|enter|upload|order|print shop|laminat\S*|sign ?up|sheet protectors|uniform|t shirts?|stock|delivery|invoice|fridge|pizza|tacos|potluck)\b/;

/** Single words are right less often than anything that the tagger counts: enough not to call a practice missing, no more. */
const CONFIDENCE = 0.25;

/** What the plain words of a line often stand for ("data", "reteach"), unsure as that is. */
export function hintsIn(text: string, line: number): Promised[] {
  const words = plain(text);
  if (THINGS.test(words)) return [];
  return patterns.flatMap(({ code, pattern }): Promised[] => {
    const match = pattern.exec(words);
    if (!match) return [];
    const why = `“${match[0].trim()}” often stands for it; whether it does here, you know best.`;
    return [{ indicator: code, stance: "planned", confidence: CONFIDENCE, tier: "suggested", why, line, evidence: [] }];
  });
}
