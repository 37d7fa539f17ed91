import type { Options } from "../options";
import type { Strip } from "./blocks";
import { Brush } from "./brush";
import { pageWidth, type Scale, stripBottom, stripTop } from "./scale";
import type { Tint } from "./tints";

/** The part of a page that its canvas covers, in CSS pixels from the top of the page. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

/** A strip on the canvas. */
interface Painted {
  readonly strip: Strip;
  readonly signature: string;
  readonly tints: readonly string[];
  readonly top: number;
  readonly bottom: number;
}

const signatures = new WeakMap<Strip, string>();

/** Paints a page's lines on its canvas: only what changed, each changed line over an opaque background. */
export class Painter {
  readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private painted = new Map<string, Painted>();
  /** The page of the document that is on the canvas, and how it was scaled. */
  page = -1;
  scale: Scale = { zoom: 0, ratio: 0 };
  private bandTop = 0;

  constructor(ink: Options["ink"]) {
    this.canvas = (ink === "own" ? document : elsewhere()).createElement("canvas");
    this.context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    this.canvas.className = "kix-canvas-tile-content";
  }

  /** Brings the canvas to where it shows these strips; answers how many it painted. */
  paint(page: number, strips: readonly Strip[], scale: Scale, band: Band, tints: readonly Tint[]): number {
    this.prepare(page, scale, band);
    const wanted = new Map<string, Painted>();
    for (const strip of strips) {
      const top = Math.round(stripTop(strip, scale) * scale.ratio);
      const bottom = Math.round(stripBottom(strip, scale) * scale.ratio);
      if (bottom <= this.bandTop || top >= this.bandTop + this.canvas.height) continue;
      const own = tints.filter((tint) => strip.boxes.some((box) => box.paragraph === tint.paragraph));
      const keys = own.map(({ start, end, colour }) => `${start}-${end}${colour}`);
      wanted.set(`${top}:${bottom}`, { strip, signature: signatureOf(strip), tints: keys, top, bottom });
    }
    for (const [key, item] of this.painted) {
      const next = wanted.get(key);
      if (next && next.signature === item.signature && item.tints.every((tint, at) => next.tints[at] === tint))
        continue;
      // What comes to the very same place wipes it itself.
      if (!next) this.wipe(item.top, item.bottom);
      this.painted.delete(key);
    }
    const brush = new Brush(this.context, scale, this.bandTop);
    let count = 0;
    for (const [key, item] of wanted) {
      const { strip } = item;
      const before = this.painted.get(key);
      if (!before) {
        this.wipe(item.top, item.bottom);
        for (const box of strip.boxes) brush.box(box, item.top);
        if (strip.table) brush.borders(strip, item.top, item.bottom);
        count++;
      }
      const fresh = tints.filter(({ start, end, colour }) => !before?.tints.includes(`${start}-${end}${colour}`));
      for (const box of strip.boxes) brush.tints(box, item.top, fresh);
      this.painted.set(key, item);
    }
    return count;
  }

  /** The strips on the canvas with where they stand, in device pixels from the top of the page. */
  get strips(): Iterable<Pick<Painted, "strip" | "top" | "bottom">> {
    return this.painted.values();
  }

  /** What of the page lies above the canvas, in device pixels. */
  get top(): number {
    return this.bandTop;
  }

  /** Forgets what is on the canvas, so that all of it is painted again. */
  forget(): void {
    this.page = -1;
  }

  private prepare(page: number, scale: Scale, band: Band): void {
    const { canvas, context } = this;
    const width = Math.round(pageWidth(scale) * scale.ratio);
    const height = Math.round(band.height * scale.ratio);
    const top = Math.round(band.top * scale.ratio);
    const resized = canvas.width !== width || canvas.height !== height || scale.zoom !== this.scale.zoom;
    if (resized) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${pageWidth(scale)}px`;
      canvas.style.height = `${band.height}px`;
    } else if (page !== this.page) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
    } else if (top !== this.bandTop) this.blit(top, scale.zoom * scale.ratio);
    canvas.style.top = `${band.top}px`;
    const anew = resized || page !== this.page;
    this.page = page;
    this.scale = scale;
    this.bandTop = top;
    if (!anew) return;
    this.painted.clear();
    this.wipe(top, top + height);
  }

  /** Moves what is painted by copying the canvas to itself: the source in device pixels, the destination transformed. */
  private blit(top: number, scale: number): void {
    const { canvas, context } = this;
    const by = this.bandTop - top;
    const kept = canvas.height - Math.abs(by);
    const exposedTop = by > 0 ? top : top + kept;
    const exposedBottom = by > 0 ? top + by : top + canvas.height;
    if (kept > 0) {
      context.setTransform(scale, 0, 0, scale, 0, 0);
      const [from, to] = by > 0 ? [0, by] : [-by, 0];
      context.drawImage(canvas, 0, from, canvas.width, kept, 0, to / scale, canvas.width / scale, kept / scale);
    }
    const low = Math.max(top, this.bandTop);
    const high = Math.min(top, this.bandTop) + canvas.height;
    this.bandTop = top;
    if (kept > 0) this.wipe(exposedTop, exposedBottom);
    else this.wipe(top, top + canvas.height);
    for (const [key, item] of this.painted) if (item.top < low || item.bottom > high) this.painted.delete(key);
  }

  private wipe(top: number, bottom: number): void {
    const { context, canvas } = this;
    context.setTransform(1, 0, 0, 1, 0, -this.bandTop);
    context.fillStyle = "#ffffff";
    context.fillRect(0, top, canvas.width, bottom - top);
  }
}

let frame: HTMLIFrameElement | undefined;

/** The document of an empty frame, whose canvases keep that frame's own functions wherever they go. */
function elsewhere(): Document {
  if (!frame) {
    frame = Object.assign(document.createElement("iframe"), { hidden: true });
    document.body.append(frame);
  }
  return frame.contentDocument as Document;
}

function signatureOf(strip: Strip): string {
  let signature = signatures.get(strip);
  if (signature === undefined) {
    signature = JSON.stringify([
      strip.table,
      strip.boxes.map((box) => [
        box.x,
        box.baseline,
        box.marker,
        box.runs().map((run) => [run.text, run.x, run.font, run.raise, run.style]),
      ]),
    ]);
    signatures.set(strip, signature);
  }
  return signature;
}
