import type { DecidedTag } from "../../core/index";
import type { Box, PageView, ShownLine } from "../hosts/host";

/** A tag of a line with its dimension's colour and the words to mark. */
export interface MarkedTag {
  readonly tag: DecidedTag;
  readonly dimension: number;
  /** Offsets in the text of the host's line. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** An underline to draw. `level`: how many other underlines lie above it under the same words. */
export interface Mark extends Box {
  readonly shown: ShownLine;
  readonly marked: MarkedTag;
  readonly level: number;
}

/** The codes of a line, to draw in the margin. */
export interface Chip extends Box {
  readonly shown: ShownLine;
  readonly tags: readonly MarkedTag[];
  /** Codes that the margin has room for; the rest are counted. */
  readonly codes: number;
}

/** Underlines under the same words beyond this number would reach the next line. */
const LEVELS = 2;
/** CSS pixels between text, chips and the page's edge; the lowest and the highest chip that can be read. */
const GAP = 12;
const LEAST = 9;
const MOST = 17;
/** What a code with its shape takes, and the number of those that are not shown, as multiples of a chip's height. */
const CODE_WIDTH = 2.9;
const MORE_WIDTH = 1.5;
const CODES = 2;

/** The tags of a line that are shown, and its underlines. */
export interface LineMarks {
  readonly tags: readonly MarkedTag[];
  readonly marks: readonly Mark[];
}

/** What to draw in a line. */
export function lineMarks(shown: ShownLine, all: readonly MarkedTag[]): LineMarks {
  const tags = all.filter(({ tag }) => tag.standing?.decision.verdict !== "reject");
  const marks: Mark[] = [];
  for (const marked of tags) {
    for (const [start, end] of marked.spans) {
      for (const box of shown.boxes(start, end)) {
        const level = marks.filter((other) => overlap(other, box)).length;
        if (level < LEVELS) marks.push({ ...box, shown, marked, level });
      }
    }
  }
  return { tags, marks };
}

/** What to draw in the margin of a page. */
export function chipsOf({ lines, textRight, width }: PageView, marksOf: (line: ShownLine) => LineMarks): Chip[] {
  const chips: Chip[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const shown of lines) {
    const { tags } = marksOf(shown);
    const chip = tags.length > 0 && chipOf(shown, tags, textRight + GAP, width - GAP / 2, free);
    if (!chip) continue;
    free = chip.top + chip.height;
    chips.push(chip);
  }
  return chips;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/** The chip of a line that is matched for certain, where the margin has room for it. */
function chipOf(
  shown: ShownLine,
  tags: readonly MarkedTag[],
  from: number,
  to: number,
  free: number,
): Chip | undefined {
  if (!shown.certain) return undefined;
  const { top, height: row } = shown.firstRow;
  const height = Math.min(MOST, row + 2);
  if (height < LEAST) return undefined;
  const room = (to - from) / height;
  const fits = (codes: number) => codes * CODE_WIDTH + (tags.length > codes ? MORE_WIDTH : 0) <= room;
  let codes = Math.min(CODES, tags.length);
  while (codes > 0 && !fits(codes)) codes--;
  const y = top + (row - height) / 2;
  if (codes === 0 || y < free) return undefined;
  return { shown, tags, codes, left: from, top: y, width: to - from, height };
}
