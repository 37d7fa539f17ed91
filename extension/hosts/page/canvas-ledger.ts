import type { PaintAnswer } from "../messages";

interface Painted extends Readonly<PaintAnswer[number]> {
  /** Height of the middle of its small letters: what covers it there hides it. */
  readonly middle: number;
}
type Matrix = Pick<DOMMatrix, "a" | "b" | "c" | "d" | "e" | "f">;

/** A rectangle in device pixels of a canvas. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const MOST = 4000;
/** Of the font size: the middle of small letters above the baseline. */
const MIDDLE = 0.25;
const USUAL_SIZE = 12;

/** What text stands on one canvas, told from how it was painted. All places are device pixels. */
export class CanvasLedger {
  private items: Painted[] = [];

  get painted(): readonly Painted[] {
    return this.items;
  }

  /** A text painted at a point of its baseline, left-aligned, on a canvas of so many rows of pixels. */
  write(text: string, font: string, x: number, y: number, { a, b, c, d, e, f }: Matrix, rows: number): void {
    // What stands askew is no text to read.
    if (b !== 0 || c !== 0 || a <= 0 || d <= 0) return;
    const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "") || USUAL_SIZE;
    const item = { text, font, x: a * x + e, y: d * y + f, scale: a, middle: d * (y - size * MIDDLE) + f };
    // What stands beyond the edge is not seen, and nothing painted later would cover it.
    if (item.middle < 0 || item.middle >= rows) return;
    this.items = this.items.filter((old) => old.text !== text || Math.hypot(old.x - item.x, old.y - item.y) > 1);
    if (this.items.length < MOST) this.items.push(item);
  }

  /** Something opaque now lies over an area. */
  erase(area: Area): void {
    if (this.items.some((item) => holds(area, item))) this.items = this.items.filter((item) => !holds(area, item));
  }

  clear(): void {
    this.items = [];
  }

  /** An area of a canvas, this one or another, was copied onto this one. */
  copy(from: CanvasLedger, source: Area, target: Area): void {
    const across = (target.right - target.left) / (source.right - source.left);
    const down = (target.bottom - target.top) / (source.bottom - source.top);
    const copied = from.items
      .filter((item) => holds(source, item))
      .map((item) => ({
        ...item,
        x: target.left + (item.x - source.left) * across,
        y: target.top + (item.y - source.top) * down,
        middle: target.top + (item.middle - source.top) * down,
        scale: item.scale * across,
      }));
    this.erase(target);
    this.items = [...this.items, ...copied].slice(0, MOST);
  }
}

/** Whether an area covers a text, told by where the text begins. */
const holds = ({ left, top, right, bottom }: Area, { x, middle }: Painted): boolean =>
  x >= left - 1 && x < right && middle >= top && middle < bottom;

/** An area given in the units of a transform, in device pixels. */
export function areaOf(x: number, y: number, width: number, height: number, { a, d, e, f }: Matrix): Area {
  const [x1, x2] = [a * x + e, a * (x + width) + e];
  const [y1, y2] = [d * y + f, d * (y + height) + f];
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
}
