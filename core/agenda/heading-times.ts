import type { TimeBox } from "../notes/details";
import type { Line } from "../notes/notes";

type Boxes = readonly (TimeBox | undefined)[];

/** Whether the lines below a heading have times of their own: then it only groups them. */
export function areTimedBelow(lines: readonly Line[], boxes: Boxes, at: number, depth: number): boolean {
  for (let below = at + 1; below < lines.length; below++) {
    const line = lines[below] as Line;
    if (line.kind === "heading" && (line.depth ?? 1) <= depth) return false;
    if (line.kind !== "heading" && boxes[below]?.minutes !== undefined) return true;
  }
  return false;
}

/** Whether headings of this depth are items themselves: most of those with a time have no further times below them. */
export function areItems(lines: readonly Line[], boxes: Boxes, depth: number): boolean {
  const timed = lines.flatMap((line, at) =>
    line.kind === "heading" && (line.depth ?? 1) === depth && boxes[at]?.minutes !== undefined ? [at] : [],
  );
  return timed.filter((at) => !areTimedBelow(lines, boxes, at, depth)).length * 2 > timed.length;
}
