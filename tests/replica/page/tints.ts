import type { Paragraph } from "../document";
import { ordered, type Place, type TextModel } from "./text-model";

/** A translucent colour over some characters: a comment, or what is selected. */
export interface Tint {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly colour: string;
}

export const COMMENT_TINT = "rgba(252, 201, 52, 0.3)";
export const SELECTION_TINT = "rgba(26, 115, 232, 0.2)";

/** A comment stays with its paragraph, by the paragraph's number. */
export interface Comment {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** What is tinted now: comments, and over them what is selected. */
export function tintsOf(model: TextModel, comments: readonly Comment[], anchor: Place, caret: Place): Tint[] {
  const tints = comments.flatMap(({ id, start, end }) => {
    const paragraph = model.paragraphs.find((one) => model.idOf(one) === id);
    return paragraph ? [{ paragraph, start, end, colour: COMMENT_TINT }] : [];
  });
  const [from, to] = ordered(anchor, caret);
  for (let line = from.line; line <= to.line; line++) {
    const paragraph = model.at(line);
    const start = line === from.line ? from.at : 0;
    const end = line === to.line ? to.at : paragraph.text.length;
    if (end > start) tints.push({ paragraph, start, end, colour: SELECTION_TINT });
  }
  return tints;
}
