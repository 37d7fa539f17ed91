import type { StoredDecision } from "../db";

/** Whether a decision is this person's own; `me` is the name that goes with theirs, and may be empty. */
export const isMine = ({ who, brought }: StoredDecision, me: string): boolean => who === me && !brought;

/** Who made a decision, as one would say it to this person. */
export const nameOf = (decision: StoredDecision, me: string): string =>
  isMine(decision, me) ? "You" : decision.who || "Someone without a name";

/** A decision that comes by a file or the workbook. Where it bears no name, whose it is cannot be told any more. */
export const brought = (decision: StoredDecision): StoredDecision =>
  decision.who ? decision : { ...decision, brought: true };
