import type { TimeBox } from "../notes/details";

/** An item as it stands on the page, before its time and its meaning are worked out. */
export interface Block {
  /** Index of the line that names it. */
  readonly line: number;
  /** All its lines, its own first. */
  readonly lines: number[];
  /** The words that name it, time and all. */
  readonly text: string;
  readonly box: TimeBox | undefined;
  /** Who leads it, where a column of the table says so. */
  readonly lead?: string;
  /** What to bring, where a column of the table says so. */
  readonly material?: string;
  /** How it stands there: a row of a table, a heading with its bullets, a line of its own, or a sentence in running text. */
  readonly form: BlockForm;
}

export type BlockForm = "row" | "heading" | "bullet" | "line" | "sentence";
