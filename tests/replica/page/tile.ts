import type { Paragraph } from "../document";
import type { Options } from "../options";
import { AnnotationLayer } from "./annotation-layer";
import type { Strip } from "./blocks";
import { type Band, Painter } from "./painter";
import { boxLeft, pageHeight, pageTop, pageWidth, type Scale, stripTop } from "./scale";
import { spansOf } from "./spans";
import { SELECTION_TINT, type Tint } from "./tints";

/** All that a page needs to be shown. */
export interface Shown {
  readonly strips: readonly Strip[];
  readonly scale: Scale;
  readonly tints: readonly Tint[];
  readonly options: Options;
  /** What is in view, in CSS pixels of the whole document. */
  readonly view: { readonly top: number; readonly height: number; readonly left: number };
  readonly idOf: (paragraph: Paragraph) => number;
  /** Whether rects are written: `keep` leaves those that stand there as they are. */
  readonly rects: "write" | "keep" | "none";
}

/** What of a page is shown at a time, in this order. */
export const LAYERS = ["places", "ink", "rects"] as const;
export type Layer = (typeof LAYERS)[number];

/** One page of the small pool: shows whichever page of the document it is given. */
export class Tile {
  readonly element = document.createElement("div");
  readonly painter: Painter;
  /** The page of the document that it stands for. */
  page = -1;
  private annotated = -1;
  private annotations: AnnotationLayer | undefined;
  private readonly selection = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  private bandTop = 0;

  constructor(depth: number, ink: Options["ink"]) {
    this.painter = new Painter(ink);
    this.element.className = "kix-page-paginated canvas-first-page";
    this.element.style.cssText = `position:absolute;z-index:${depth}`;
    const over = document.createElement("div");
    over.className = "kix-canvas-tile-content kix-canvas-tile-selection";
    over.append(this.selection);
    // Of the time before canvases; they hold nothing.
    const old = document.createElement("div");
    old.className = "kix-paragraphrenderer";
    old.append(Object.assign(document.createElement("div"), { className: "kix-lineview" }));
    this.element.append(this.painter.canvas, over, old);
  }

  /** Shows a layer of its page; answers how many lines were painted. */
  show(layer: Layer, shown: Shown): number {
    if (layer === "ink") {
      const band = this.band(shown);
      return this.painter.paint(this.page, shown.strips, shown.scale, band, shown.tints);
    }
    if (layer === "places") this.place(shown);
    else {
      this.annotate(shown);
      this.outlineSelection(shown);
    }
    return 0;
  }

  private place({ scale, view }: Shown): void {
    const style = this.element.style;
    set(style, "top", `${pageTop(this.page, scale)}px`);
    set(style, "left", `${view.left}px`);
    set(style, "width", `${pageWidth(scale)}px`);
    set(style, "height", `${pageHeight(scale)}px`);
  }

  private annotate({ rects, strips, scale, options, idOf }: Shown): void {
    if (this.page !== this.annotated) this.annotations?.clear();
    this.annotated = this.page;
    if (rects === "none") {
      this.annotations?.element.remove();
      this.annotations = undefined;
    } else if (rects === "write") {
      if (!this.annotations) {
        this.annotations = new AnnotationLayer();
        this.painter.canvas.after(this.annotations.element);
      }
      this.annotations.show(
        strips,
        scale,
        { zoomOn: options.zoomOn, spacing: options.annotations === "spacing" },
        idOf,
      );
    }
  }

  /** A canvas that covers all of a page never moves; one that covers a band follows the view in coarse steps. */
  private band({ scale, options, view }: Shown): Band {
    const { page } = this;
    const height = pageHeight(scale);
    const wanted = Math.ceil(view.height * 1.5);
    if (options.blits === "never" || (options.blits === "auto" && scale.zoom <= 1) || wanted >= height)
      return { top: 0, height };
    const seen = view.top - pageTop(page, scale);
    const inside = (top: number) => Math.max(0, Math.min(height - wanted, top));
    const fits = seen >= this.bandTop && seen + view.height <= this.bandTop + wanted;
    if (page !== this.painter.page || !fits) this.bandTop = Math.round(inside(seen - view.height / 4) / 20) * 20;
    this.bandTop = inside(this.bandTop);
    return { top: this.bandTop, height: wanted };
  }

  private outlineSelection({ tints, strips, scale }: Shown): void {
    const selected = tints.filter(({ colour }) => colour === SELECTION_TINT);
    const rects = strips.flatMap((strip) =>
      strip.boxes.flatMap((box) =>
        selected
          .filter(({ paragraph }) => paragraph === box.paragraph)
          .flatMap(({ start, end }) => spansOf(box, start, end))
          .map((span) => {
            const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
            rect.setAttribute("x", `${boxLeft(box, scale) + span.x * scale.zoom}`);
            rect.setAttribute("y", `${stripTop(strip, scale) + span.top * scale.zoom}`);
            rect.setAttribute("width", `${span.width * scale.zoom}`);
            rect.setAttribute("height", `${(span.bottom - span.top) * scale.zoom}`);
            rect.setAttribute("fill", "none");
            return rect;
          }),
      ),
    );
    if (rects.length || this.selection.childElementCount) this.selection.replaceChildren(...rects);
  }
}

/** Writes a style only when it differs, so that nobody who watches is told of nothing. */
function set(style: CSSStyleDeclaration, name: "top" | "left" | "width" | "height", value: string): void {
  if (style[name] !== value) style[name] = value;
}
