import type { LineBox, Strip } from "./blocks";
import { boxLeft, type Scale } from "./scale";
import { spansOf, upright } from "./spans";
import type { Tint } from "./tints";

/** Puts ink on a canvas that starts `bandTop` device pixels below the top of its page. All tops are device pixels of the page. */
export class Brush {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly scale: Scale,
    private readonly bandTop: number,
  ) {}

  /** Puts the origin at the start of a line, on whole device pixels, in units of the document. */
  private moveTo(box: LineBox, top: number): void {
    const { zoom, ratio } = this.scale;
    const scale = zoom * ratio;
    this.context.setTransform(scale, 0, 0, scale, Math.round(boxLeft(box, this.scale) * ratio), top - this.bandTop);
  }

  /** Paints a line: each run by one call, after the colour behind it. */
  box(box: LineBox, top: number): void {
    const { context } = this;
    this.moveTo(box, top);
    for (const run of box.runs()) {
      const { top: above, bottom } = upright(box, run);
      const baseline = Math.round(box.baseline - run.raise);
      if (run.style.picture !== undefined) {
        context.drawImage(picture(), run.x, above, run.width, bottom - above);
        continue;
      }
      const behind = run.style.highlight ?? (run.style.chip === undefined ? undefined : "#e8eaed");
      if (behind) {
        context.fillStyle = behind;
        context.fillRect(run.x, above, run.width, bottom - above);
      }
      context.font = run.font;
      context.direction = run.rightToLeft ? "rtl" : "ltr";
      context.textAlign = "left";
      context.fillStyle = run.style.link ? "#1155cc" : "#000000";
      context.fillText(run.text, run.x, baseline);
      if (run.style.link) context.fillRect(run.x, baseline + 2, run.width, 1);
      if (run.style.strike) context.fillRect(run.x, baseline - Math.round(run.size * 0.3), run.width, 1);
    }
    if (!box.marker) return;
    const [first] = box.line.pieces;
    context.font = first?.font ?? "11px Arial";
    context.direction = "ltr";
    context.fillStyle = "#000000";
    context.fillText(box.marker.text, box.marker.x, Math.round(box.baseline));
  }

  /** Paints the lines around the cells of a table. */
  borders({ table }: Strip, top: number, bottom: number): void {
    if (!table) return;
    const { context, bandTop } = this;
    const { zoom, ratio } = this.scale;
    const scale = zoom * ratio;
    const thick = Math.max(1, Math.round(ratio));
    context.setTransform(1, 0, 0, 1, 0, -bandTop);
    context.fillStyle = "#000000";
    const edges = table.edges.map((edge) => Math.round(edge * scale));
    const left = edges[0] ?? 0;
    const width = (edges.at(-1) ?? left) - left + thick;
    for (const edge of edges) context.fillRect(edge, top, thick, bottom - top);
    if (table.first) context.fillRect(left, top, width, thick);
    if (table.last) context.fillRect(left, bottom - thick, width, thick);
  }

  /** Paints translucent colours over a line. */
  tints(box: LineBox, top: number, tints: readonly Tint[]): void {
    for (const { paragraph, start, end, colour } of tints) {
      if (paragraph !== box.paragraph) continue;
      this.moveTo(box, top);
      this.context.fillStyle = colour;
      for (const span of spansOf(box, start, end))
        this.context.fillRect(span.x, span.top, span.width, span.bottom - span.top);
    }
  }
}

let drawn: OffscreenCanvas | undefined;

/** What every picture shows. */
function picture(): OffscreenCanvas {
  if (!drawn) {
    drawn = new OffscreenCanvas(8, 8);
    const context = drawn.getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.fillStyle = "#7baaf7";
    context.fillRect(0, 0, 8, 8);
  }
  return drawn;
}
