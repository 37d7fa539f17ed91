import type { PaintedText, PaintNews } from "../messages";

interface Painted extends PaintedText {
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
/** Texts are looked up by stretches of so many device pixels from the top. */
const STRETCH = 32;

let lastId = 0;

/**
 * What text stands on one canvas, told from how it was painted. All places are device pixels. A text that is wiped and painted
 * again just as it was stays the same one, so that what a repaint did not change is no news.
 */
export class CanvasLedger {
  private readonly items = new Map<number, Painted>();
  private readonly stretches = new Map<number, Set<Painted>>();
  /** What came and what went since news was last taken; the latter by what it was and where. */
  private readonly fresh = new Map<number, Painted>();
  private readonly gone = new Map<string, Painted>();
  private version = 0;

  get painted(): Painted[] {
    return [...this.items.values()];
  }

  /** All that stands here. */
  get whole(): PaintNews {
    return { version: this.version, gone: [], fresh: this.painted };
  }

  /** What changed since the last time; `undefined` where nothing did. */
  takeNews(): PaintNews | undefined {
    const { fresh, gone } = this;
    if (fresh.size === 0 && gone.size === 0) return undefined;
    const news = {
      version: ++this.version,
      gone: [...gone.values()].map(({ id }) => id),
      fresh: [...fresh.values()],
    };
    fresh.clear();
    gone.clear();
    return news;
  }

  /** A text painted at a point of its baseline, left-aligned, on a canvas of so many rows of pixels. */
  write(text: string, font: string, x: number, y: number, { a, b, c, d, e, f }: Matrix, rows: number): void {
    // What stands askew is no text to read.
    if (b !== 0 || c !== 0 || a <= 0 || d <= 0) return;
    const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "") || USUAL_SIZE;
    const item = { text, font, x: a * x + e, y: d * y + f, scale: a, middle: d * (y - size * MIDDLE) + f };
    // What stands beyond the edge is not seen, and nothing painted later would cover it.
    if (item.middle < 0 || item.middle >= rows) return;
    for (const old of this.between(item.middle - 2, item.middle + 2))
      if (old.text === text && Math.hypot(old.x - item.x, old.y - item.y) <= 1) this.remove(old);
    this.add(item);
  }

  /** Something opaque now lies over an area. A line through a text leaves it to be read; a strip that scrolls in takes it. */
  erase(area: Area): void {
    const { left, top, bottom } = area;
    for (const item of this.between(top, bottom))
      if (holds(area, item) && (left <= 0 || bottom - top > item.y - item.middle)) this.remove(item);
  }

  clear(): void {
    for (const item of this.items.values()) this.remove(item);
  }

  /** An area of a canvas, this one or another, was copied onto this one. */
  copy(from: CanvasLedger, source: Area, target: Area): void {
    const across = (target.right - target.left) / (source.right - source.left);
    const down = (target.bottom - target.top) / (source.bottom - source.top);
    const copied = from.painted
      .filter((item) => holds(source, item))
      .map((item) => ({
        ...item,
        x: target.left + (item.x - source.left) * across,
        y: target.top + (item.y - source.top) * down,
        middle: target.top + (item.middle - source.top) * down,
        scale: item.scale * across,
      }));
    this.erase(target);
    for (const item of copied) this.add(item);
  }

  private add(item: Omit<Painted, "id">): void {
    if (this.items.size >= MOST) return;
    const key = this.gone.size > 0 ? nameOf(item) : "";
    const same = this.gone.get(key);
    const added = same ?? { ...item, id: ++lastId };
    if (same) this.gone.delete(key);
    else this.fresh.set(added.id, added);
    this.items.set(added.id, added);
    const at = Math.floor(added.middle / STRETCH);
    const stretch = this.stretches.get(at);
    if (stretch) stretch.add(added);
    else this.stretches.set(at, new Set([added]));
  }

  private remove(item: Painted): void {
    this.items.delete(item.id);
    this.stretches.get(Math.floor(item.middle / STRETCH))?.delete(item);
    if (!this.fresh.delete(item.id)) this.gone.set(nameOf(item), item);
  }

  /** Texts that can have their middle between two heights. */
  private between(top: number, bottom: number): Painted[] {
    const found: Painted[] = [];
    const [first, last] = [Math.floor(top / STRETCH), Math.floor(bottom / STRETCH)];
    if (last - first > this.stretches.size) return this.painted;
    for (let at = first; at <= last; at++) for (const item of this.stretches.get(at) ?? []) found.push(item);
    return found;
  }
}

const nameOf = ({ text, font, x, y, scale }: Omit<Painted, "id">): string => `${x} ${y} ${scale} ${font} ${text}`;

/** Whether an area covers a text, told by where the text begins. */
const holds = ({ left, top, right, bottom }: Area, { x, middle }: Painted): boolean =>
  x >= left - 1 && x < right && middle >= top && middle < bottom;

/** An area given in the units of a transform, in device pixels. */
export function areaOf(x: number, y: number, width: number, height: number, { a, d, e, f }: Matrix): Area {
  const [x1, x2] = [a * x + e, a * (x + width) + e];
  const [y1, y2] = [d * y + f, d * (y + height) + f];
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
}
