import type { Paragraph } from "../document";
import { type Piece, piecesOf, widthOfPart } from "./type";

/** A visual line: a stretch of a paragraph, with the pieces that are in it. */
export interface BrokenLine {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

// A soft break; an object; spaces; one character of a script without spaces; else a word up to its hyphen.
const TOKENS =
  /\v|\ufffc|[ \t\u200b]+|[\u3040-\u30ff\u3400-\u9fff]|[^ \t\u200b\v\ufffc\u3040-\u30ff\u3400-\u9fff-]+-?|-+/gu;
const LONGEST_PROBE = 512;

/** Breaks a paragraph into lines no wider than `width` document pixels. Spaces at the end of a line hang over. */
export function breakLines(paragraph: Paragraph, width: number): BrokenLine[] {
  const { text } = paragraph;
  const pieces = piecesOf(paragraph);
  const lines: BrokenLine[] = [];
  let start = 0;
  let used = 0;
  const close = (end: number) => {
    lines.push({ start, end, pieces: within(pieces, start, end) });
    start = end;
    used = 0;
  };
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === "\v") {
      close(index + 1);
      continue;
    }
    const wide = widthOf(text, pieces, index, index + token.length);
    if (/^[ \t\u200b]/.test(token) || used + wide <= width) {
      used += wide;
      continue;
    }
    if (index > start) close(index);
    let from = index;
    const end = index + token.length;
    while (from < end) {
      const fits = longestFit(text, pieces, from, end, width);
      if (fits === end) break;
      close(fits);
      from = fits;
    }
    used = widthOf(text, pieces, from, end);
  }
  close(text.length);
  return lines;
}

/** Width of a stretch, piece by piece, in document pixels. */
export function widthOf(text: string, pieces: readonly Piece[], start: number, end: number): number {
  let width = 0;
  for (const piece of pieces) {
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.end);
    if (to > from) width += widthOfPart(piece, text.slice(from, to));
  }
  return width;
}

/** The furthest end, at least one character on, at which a stretch without spaces still fits. */
function longestFit(text: string, pieces: readonly Piece[], start: number, end: number, width: number): number {
  let low = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  let high = Math.min(end, start + LONGEST_PROBE);
  if (high === end && widthOf(text, pieces, start, end) <= width) return end;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(text, pieces, start, middle) <= width) low = middle;
    else high = middle - 1;
  }
  const split = /[\ud800-\udbff]$/.test(text.slice(start, low));
  return split ? low - 1 : low;
}

function within(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const cut = pieces
    .filter((piece) => piece.start < end && piece.end > start)
    .map((piece) => ({ ...piece, start: Math.max(start, piece.start), end: Math.min(end, piece.end) }));
  const nearest = pieces.find((piece) => piece.end >= start) ?? (pieces[0] as Piece);
  return cut.length ? cut : [{ ...nearest, start, end: start }];
}
