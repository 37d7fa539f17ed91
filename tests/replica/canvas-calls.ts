/** One call on a canvas, with what it depended on. */
export interface CanvasCall {
  readonly name: string;
  /** A canvas among the arguments is written as "itself" or "another". */
  readonly args: readonly unknown[];
  /** a, b, c, d, e, f. */
  readonly transform: readonly number[];
  readonly fill: string;
}

declare global {
  interface Window {
    canvasCalls: CanvasCall[];
  }
}

/** To run ahead of the page's scripts: writes down what is done to canvases that are in the page. */
export const recordCanvasCalls = (): void => {
  window._docs_annotate_canvas_by_ext = "abcdefghijklmnopabcdefghijklmnop";
  window.canvasCalls = [];
  const proto = CanvasRenderingContext2D.prototype;
  for (const name of ["fillText", "strokeText", "fillRect", "clearRect", "drawImage", "putImageData"] as const) {
    const native = proto[name] as (...args: unknown[]) => void;
    Object.defineProperty(proto, name, {
      value: function (this: CanvasRenderingContext2D, ...args: unknown[]) {
        const { a, b, c, d, e, f } = this.getTransform();
        const written = args.map((arg) =>
          arg instanceof HTMLCanvasElement ? (arg === this.canvas ? "itself" : "another") : arg,
        );
        window.canvasCalls.push({ name, args: written, transform: [a, b, c, d, e, f], fill: String(this.fillStyle) });
        native.apply(this, args);
      },
    });
  }
};
