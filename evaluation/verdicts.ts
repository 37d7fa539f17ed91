import type { Stance, Tag } from "../core/index";
import type { GoldLine, GoldMeeting } from "../training/gold";

/** That an indicator shows in a line, whoever says so. */
export type Claim = Pick<Tag, "indicator" | "stance">;

/** What people (`gold`) and a reader (`claim`) say of one indicator in one line; one of them may say nothing. */
export interface Verdict<Made extends Claim = Tag> {
  readonly code: string;
  readonly gold: Stance | undefined;
  readonly claim: Made | undefined;
}

/** A line with all that was said of it, by either side. */
export interface JudgedLine<Made extends Claim = Tag> {
  readonly line: GoldLine;
  readonly verdicts: readonly Verdict<Made>[];
}

/** A meeting with what a reader made of it. */
export interface JudgedMeeting<Made extends Claim = Tag> {
  readonly meeting: GoldMeeting;
  readonly lines: readonly JudgedLine<Made>[];
}

/** Holds a reader's claims against the labels. Throws unless there is one list of claims a line. */
export function judge<Made extends Claim>(
  meeting: GoldMeeting,
  claims: readonly (readonly Made[])[],
): JudgedMeeting<Made> {
  if (claims.length !== meeting.lines.length) {
    throw new Error(`${meeting.name}: tags for ${claims.length} lines, but it has ${meeting.lines.length}.`);
  }
  return {
    meeting,
    lines: meeting.lines.map((line, at) => {
      const made = new Map((claims[at] ?? []).map((claim) => [claim.indicator, claim]));
      const codes = [...new Set([...line.labels.keys(), ...made.keys()])];
      return { line, verdicts: codes.map((code) => ({ code, gold: line.labels.get(code), claim: made.get(code) })) };
    }),
  };
}
