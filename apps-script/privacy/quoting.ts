import { initialsFor } from "./initials";

/** How much of the notes the workbook repeats. */
export const QUOTING_MODES = ["full", "initials", "link"] as const;
export type QuotingMode = (typeof QUOTING_MODES)[number];

/** What is written of a line, of a heading and of a reason. */
export interface Quoting {
  readonly mode: QuotingMode;
  /** Whether what is written still holds enough of the words to know the line again. */
  readonly keepsWords: boolean;
  line(text: string): string;
  heading(text: string): string;
  why(text: string): string;
}

/** Said in place of a line that is not repeated. */
export const BY_LINK = "See the document";

/** Quotes in full, with initials for what may be a name, or not at all. */
export function quotingOf(mode: QuotingMode): Quoting {
  if (mode === "link") return { mode, keepsWords: false, line: () => BY_LINK, heading: () => "", why: () => "" };
  if (mode === "initials") return { mode, keepsWords: true, line: initialsFor, heading: initialsFor, why: initialsFor };
  const same = (text: string) => text;
  return { mode, keepsWords: true, line: same, heading: same, why: same };
}
