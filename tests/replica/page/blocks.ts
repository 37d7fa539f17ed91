import type { Paragraph } from "../document";
import { markersOf } from "../markers";
import { CELL_PADDING, INDENT, MARGIN, MOST_COLUMNS, TEXT_WIDTH } from "./geometry";
import { type BrokenLine, breakLines } from "./line-breaks";
import { type Run, runsOf } from "./runs";
import { ascentOf, baseSize, lineHeightOf, measure, plainPiece } from "./type";

/** A visual line with its place: `x` from the left of the page, `baseline` from the top of its strip. Document pixels. */
export interface LineBox {
  readonly paragraph: Paragraph;
  readonly line: BrokenLine;
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  readonly runs: () => readonly Run[];
  /** The list marker to the left of a paragraph's first line; `x` from the line's. */
  readonly marker?: { readonly text: string; readonly x: number };
}

/** What cannot be cut by the end of a page: one line, or one line of each cell of a table's row. */
export interface Strip {
  readonly boxes: readonly LineBox[];
  readonly height: number;
  /** Space above it, except at the top of a page. */
  readonly before: number;
  /** The sides of the cells, and whether a row starts, or the table ends, here. */
  readonly table?: { readonly edges: readonly number[]; readonly first: boolean; readonly last: boolean };
  page: number;
  /** From the top of the page. */
  y: number;
}

/** A paragraph, or a row of a table. */
export interface Block {
  readonly paragraphs: readonly Paragraph[];
  readonly strips: readonly Strip[];
}

/** Lays out paragraphs in their order; blocks whose paragraphs are the same objects as before are used again. */
export function blocksOf(paragraphs: readonly Paragraph[], known: (first: Paragraph) => Block | undefined): Block[] {
  const markers = markersOf(paragraphs);
  const blocks: Block[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const first = paragraphs[at] as Paragraph;
    let end = at + 1;
    if (first.kind === "cell" && first.row !== undefined)
      while (paragraphs[end]?.kind === "cell" && paragraphs[end]?.row === first.row) end++;
    const own = paragraphs.slice(at, end);
    const around = { marker: markers[at], endsTable: paragraphs[end]?.kind !== "cell" };
    const before = known(first);
    const fits = before && same(before.paragraphs, own) && sameAround(aroundOf(before), around, first);
    blocks.push(fits ? before : { paragraphs: own, strips: stripsOf(own, around) });
    at = end;
  }
  return blocks;
}

/** The strips of one block whose paragraphs changed but not their number. */
export function changedBlock(block: Block, paragraphs: readonly Paragraph[]): Block {
  return { paragraphs, strips: stripsOf(paragraphs, aroundOf(block)) };
}

/** What a block's look owes to its neighbours. */
interface Around {
  readonly marker: string | undefined;
  readonly endsTable: boolean;
}

const aroundOf = ({ strips }: Block): Around => ({
  marker: strips[0]?.boxes[0]?.marker?.text,
  endsTable: strips.at(-1)?.table?.last ?? true,
});

const sameAround = (a: Around, b: Around, { kind }: Paragraph) =>
  kind === "cell" ? a.endsTable === b.endsTable : a.marker === b.marker;

function stripsOf(paragraphs: readonly Paragraph[], { marker, endsTable }: Around): Strip[] {
  const [first] = paragraphs;
  if (!first) return [];
  return first.kind === "cell" ? rowStrips(paragraphs, endsTable) : paragraphStrips(first, marker);
}

function paragraphStrips(paragraph: Paragraph, marker: string | undefined): Strip[] {
  const isList = paragraph.kind === "item" || paragraph.kind === "bullet";
  const indent = isList ? INDENT * ((paragraph.depth ?? 0) + 1) : 0;
  const before = paragraph.kind === "heading" ? baseSize(paragraph) * 0.8 : 0;
  return boxesOf(paragraph, MARGIN + indent, TEXT_WIDTH - indent, marker).map(({ box, height }, at) => ({
    boxes: [box],
    height,
    before: at === 0 ? before : 0,
    page: 0,
    y: 0,
  }));
}

function rowStrips(paragraphs: readonly Paragraph[], endsTable: boolean): Strip[] {
  const columnOf = ({ column = 0 }: Paragraph) => Math.min(column, MOST_COLUMNS - 1);
  const columns = Math.max(...paragraphs.map(columnOf)) + 1;
  const width = TEXT_WIDTH / columns;
  const edges = Array.from({ length: columns + 1 }, (_, at) => MARGIN + at * width);
  const cells = Array.from({ length: columns }, (_, column) =>
    paragraphs
      .filter((paragraph) => columnOf(paragraph) === column)
      .flatMap((paragraph) =>
        boxesOf(paragraph, (edges[column] as number) + CELL_PADDING, width - 2 * CELL_PADDING, undefined),
      ),
  );
  const deepest = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: deepest }, (_, at) => {
    const level = cells.flatMap((cell) => cell[at] ?? []);
    const first = at === 0;
    const below = at === deepest - 1 ? CELL_PADDING : 0;
    const last = below > 0 && endsTable;
    const above = first ? CELL_PADDING : 0;
    const boxes = level.map(({ box }) => ({ ...box, baseline: box.baseline + above }));
    const height = Math.max(...level.map((entry) => entry.height)) + above + below;
    return { boxes, height, before: 0, table: { edges, first, last }, page: 0, y: 0 };
  });
}

function boxesOf(
  paragraph: Paragraph,
  x: number,
  width: number,
  marker: string | undefined,
): { box: LineBox; height: number }[] {
  return breakLines(paragraph, width).map((line, at) => {
    const size = Math.max(
      ...line.pieces.map((piece) => piece.size),
      line.pieces.some((piece) => piece.raise) ? baseSize(paragraph) : 0,
    );
    const height = lineHeightOf(size);
    let runs: readonly Run[] | undefined;
    const font = plainPiece(paragraph).font;
    const hang = marker === undefined ? 0 : Math.max(measure(font, marker) + 6, INDENT / 2);
    const box: LineBox = {
      paragraph,
      line,
      x,
      width,
      baseline: (height - size * 1.117) / 2 + ascentOf(size),
      runs: () => {
        runs ??= runsOf(paragraph, line, width);
        return runs;
      },
      ...(marker !== undefined && at === 0 ? { marker: { text: marker, x: -Math.round(hang) } } : {}),
    };
    return { box, height };
  });
}

const same = (a: readonly Paragraph[], b: readonly Paragraph[]) =>
  a.length === b.length && a.every((one, at) => one === b[at]);
