import { type TimeBox, timeBoxIn } from "../notes/details";
import type { Line } from "../notes/notes";

/**
 * The time that each line gives its item; none on lines that tell the time of the meeting. A time in the midst of the words
 * counts only where no line has one that stands apart, and a lone hour in them never does.
 */
export function ownBoxes(lines: readonly Line[], isAbout: (at: number) => boolean): (TimeBox | undefined)[] {
  const boxes = lines.map(({ text }, at) => (text && !isAbout(at) ? timeBoxIn(text) : undefined));
  const apart = boxes.some((box) => box && !box.inText);
  return boxes.map((box) =>
    box?.inText && (apart || (box.minutes === undefined && box.to === undefined)) ? undefined : box,
  );
}
