import { type TimeBox, timeBoxIn } from "../notes/details";
import type { Line } from "../notes/notes";

/** Where less than one line in so many tells a time, times in the midst of words are no items' own. */
const FEW = 8;

/**
 * The time that each line gives its item; none on lines that tell the time of the meeting. A time in the midst of the words
 * counts only where no line has one that stands apart, and a lone hour in them never does.
 */
export function ownBoxes(lines: readonly Line[], isAbout: (at: number) => boolean): (TimeBox | undefined)[] {
  const boxes = lines.map(({ text }, at) => (text && !isAbout(at) ? timeBoxIn(text) : undefined));
  addHours(lines, boxes);
  const told = boxes.filter((box) => box?.minutes !== undefined || box?.to !== undefined).length;
  // One "90-minute block" among ten lines is what a line is about.
  const apart = boxes.some((box) => box && !box.inText) || told * FEW < lines.filter(({ text }) => text).length;
  return boxes.map((box) =>
    box?.inText && (apart || (box.minutes === undefined && box.to === undefined)) ? undefined : box,
  );
}

const HOURS = /^(\d{1,2})\s?[-–—]\s?(\d{1,2})(?=\s+\p{L})/u;

/** "8-9 Registration" is a time only where the next item begins at nine, or the one before ended at eight. */
function addHours(lines: readonly Line[], boxes: (TimeBox | undefined)[]): void {
  let before: number | undefined;
  lines.forEach(({ text }, at) => {
    const match = boxes[at] ? null : HOURS.exec(text);
    if (match) {
      const [from, to] = [Number(match[1]) * 60, Number(match[2]) * 60];
      const next = boxes[lines.findIndex((line, index) => index > at && line.text !== "")]?.from;
      const minutes = (to - from + 720) % 720;
      if (
        minutes > 0 &&
        minutes <= 240 &&
        [before, next].some((near, side) => near !== undefined && (near - (side ? to : from)) % 720 === 0)
      ) {
        const start = before ?? (next as number) - minutes;
        boxes[at] = { from: start, to: start + minutes, minutes, start: 0, end: match[0].length };
      }
    }
    if (text) before = boxes[at]?.to;
  });
}
