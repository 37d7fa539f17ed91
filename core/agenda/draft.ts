import type { Finding } from "./agenda-check";

/** A finding before it is given a suggestion. */
export interface Draft extends Omit<Finding, "suggestion"> {
  /** What to put on the agenda, where no list has it ready. */
  readonly ask?: string;
}
