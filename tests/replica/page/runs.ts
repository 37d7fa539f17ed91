import type { Paragraph } from "../document";
import type { BrokenLine } from "./line-breaks";
import { inked, type Piece, widthOfPart } from "./type";

/** A stretch of a visual line that is painted by one call: one style, one direction. */
export interface Run extends Piece {
  /** As it is painted; empty for a picture. */
  readonly text: string;
  /** From the start of the line, in whole document pixels, as the editor rounds what it paints. */
  readonly x: number;
  readonly width: number;
  readonly rightToLeft: boolean;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const STRONG = /[\p{L}\p{N}]/u;

/** Whether the first letter of a paragraph is of a script that runs to the left. */
export function runsToTheLeft({ text }: Paragraph): boolean {
  const first = /\p{L}/u.exec(text);
  return first !== null && RIGHT_TO_LEFT.test(first[0]);
}

/** The runs of a visual line from left to right. `width` is that of the column, for lines that start at its right. */
export function runsOf(paragraph: Paragraph, line: BrokenLine, width: number): Run[] {
  const base = runsToTheLeft(paragraph);
  const logical = line.pieces.flatMap((piece) => byDirection(paragraph.text, piece, base));
  const visual = reordered(logical, base);
  const total = visual.reduce((sum, run) => sum + run.width, 0);
  let x = base ? Math.max(0, width - total) : 0;
  return visual.map((run) => {
    const placed = { ...run, x: Math.round(x) };
    x += run.width;
    return placed;
  });
}

function byDirection(text: string, piece: Piece, base: boolean): Run[] {
  const runs: Run[] = [];
  const end = text[piece.end - 1] === "\v" ? piece.end - 1 : piece.end;
  const add = (start: number, stop: number, rightToLeft: boolean) => {
    const part = text.slice(start, stop);
    if (!part) return;
    const width = widthOfPart(piece, part);
    runs.push({ ...piece, start, end: stop, text: inked(piece, part), x: 0, width, rightToLeft });
  };
  let start = piece.start;
  let direction = base;
  let lastStrong = -1;
  for (let at = piece.start; at < end; at++) {
    const character = text[at] as string;
    const isLeft = RIGHT_TO_LEFT.test(character);
    if (!isLeft && !STRONG.test(character)) continue;
    if (isLeft !== direction) {
      // Spaces between two directions go with the paragraph's own.
      const cut = direction === base ? at : lastStrong + 1;
      add(start, Math.max(start, cut), direction);
      start = Math.max(start, cut);
      if (start < at) {
        add(start, at, base);
        start = at;
      }
      direction = isLeft;
    }
    lastStrong = at;
  }
  if (direction !== base && lastStrong >= start) {
    add(start, lastStrong + 1, direction);
    start = lastStrong + 1;
    direction = base;
  }
  add(start, end, direction);
  return runs;
}

/** Rule L2 of the bidirectional algorithm for the two levels there are here. */
function reordered(logical: readonly Run[], base: boolean): Run[] {
  const visual: Run[] = [];
  let against: Run[] = [];
  const flush = () => {
    visual.push(...(base ? against : against.reverse()));
    against = [];
  };
  for (const run of base ? [...logical].reverse() : logical) {
    if (run.rightToLeft !== base) {
      if (base) against.unshift(run);
      else against.push(run);
    } else {
      flush();
      visual.push(run);
    }
  }
  flush();
  return visual;
}
