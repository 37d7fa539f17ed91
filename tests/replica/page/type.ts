import { isObject, OBJECT, type Paragraph, type Style } from "../document";

/** Pixels a point at 100 %. */
const POINT = 4 / 3;
/** Of Arial, in parts of the font size. */
const ASCENT = 0.905;
const DESCENT = 0.212;
const SINGLE_SPACING = 1.149;
const LINE_SPACING = 1.15;
/** Points of headings from level 1; further levels are as body text. */
const HEADINGS = [20, 16, 14, 12];
const BODY = 11;

/** A stretch of a paragraph in one style, with what painting it needs. Lengths are document pixels. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** As `CanvasRenderingContext2D.font` takes it. */
  readonly font: string;
  readonly family: string;
  /** Pixels. */
  readonly size: number;
  readonly raise: number;
  readonly style: Style;
}

let bodyFamily = "Arial";

/** Sets the font of all text whose style names none; answers whether that is another one than before. */
export function setBodyFamily(family: string): boolean {
  const changes = family !== bodyFamily;
  bodyFamily = family;
  return changes;
}

const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
const widths = new Map<string, Map<string, number>>();

/** Width of a text in document pixels, at 100 %. */
export function measure(font: string, text: string): number {
  let known = widths.get(font);
  if (!known || known.size > 50_000) {
    known = new Map();
    widths.set(font, known);
  }
  let width = known.get(text);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    known.set(text, width);
  }
  return width;
}

/** A font has come under a name that was measured without it. */
export function forgetWidths(): void {
  widths.clear();
}

/** What is painted of some of a piece's characters: the words of a chip, nothing for a picture. */
export const inked = ({ style }: Piece, text: string): string =>
  style.chip ?? (style.picture === undefined ? text : "");

/** How wide some of a piece's characters are, in document pixels. */
export const widthOfPart = (piece: Piece, text: string): number =>
  piece.style.picture ?? measure(piece.font, inked(piece, text));

export const ascentOf = (size: number): number => size * ASCENT;
export const descentOf = (size: number): number => size * DESCENT;
export const lineHeightOf = (size: number): number => size * SINGLE_SPACING * LINE_SPACING;

/** The font size of a paragraph where no style says otherwise, in pixels. */
export function baseSize({ kind, depth = 1 }: Paragraph): number {
  return (kind === "heading" ? (HEADINGS[depth - 1] ?? BODY) : BODY) * POINT;
}

/** Cuts a paragraph where its style changes. */
export function piecesOf(paragraph: Paragraph): Piece[] {
  const { text, styles = [] } = paragraph;
  const cuts = new Set([0, text.length]);
  for (const { start, end } of styles) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  for (let at = text.indexOf(OBJECT); at >= 0; at = text.indexOf(OBJECT, at + 1)) cuts.add(at).add(at + 1);
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const start = places[i] as number;
    const end = places[i + 1] as number;
    const over = styles.filter((range) => range.start <= start && range.end >= end);
    pieces.push(
      pieceOf(
        paragraph,
        start,
        end,
        Object.assign({}, ...over.map((range) => (text[start] === OBJECT ? range.style : plain(range.style)))),
      ),
    );
  }
  return pieces.length ? pieces : [pieceOf(paragraph, 0, 0, {})];
}

/** What is typed beside an object does not become one. */
const plain = (style: Style): Style => (isObject(style) ? {} : style);

/** The style of a list marker or of a paragraph without text. */
export const plainPiece = (paragraph: Paragraph): Piece => pieceOf(paragraph, 0, 0, {});

function pieceOf(paragraph: Paragraph, start: number, end: number, style: Style): Piece {
  const family = style.family ?? bodyFamily;
  const full = style.size ? style.size * POINT : baseSize(paragraph);
  const size = round(style.superscript ? full * 0.6 : full);
  const font = `${style.italic ? "italic " : ""}${style.bold ? 700 : 400} ${size}px ${quoted(family)}`;
  return { start, end, font, size, raise: style.superscript ? full * 0.35 : 0, family, style };
}

const round = (pixels: number) => Math.round(pixels * 1e4) / 1e4;
const quoted = (family: string) => (/^[a-z]+$/i.test(family) ? family : `'${family}'`);
