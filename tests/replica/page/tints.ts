import type { Paragraph } from "../document";

/** A translucent colour over some characters: a comment, or what is selected. */
export interface Tint {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly colour: string;
}

export const COMMENT_TINT = "rgba(252, 201, 52, 0.3)";
export const SELECTION_TINT = "rgba(26, 115, 232, 0.2)";
