import { ASK_PAINT, PAINT, PAINTED } from "../message-names";
import { type Area, areaOf, CanvasLedger } from "./canvas-ledger";
import type { Pristine } from "./pristine";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Canvas = HTMLCanvasElement | OffscreenCanvas;
type Method = (this: Context, ...args: never[]) => unknown;

/** Keeps a ledger of every canvas, from before the page paints. What the page asks of a canvas is always done as asked. */
export function watchCanvases(page: Window & typeof globalThis, { send, microtask }: Pristine): void {
  const { apply } = page.Reflect;
  const ledgers = new WeakMap<Canvas, CanvasLedger>();
  const changed = new Set<Canvas>();
  const canvasOf = Object.getOwnPropertyDescriptor(page.CanvasRenderingContext2D.prototype, "canvas")
    ?.get as () => Canvas;
  const offscreenOf = page.OffscreenCanvasRenderingContext2D
    ? (Object.getOwnPropertyDescriptor(page.OffscreenCanvasRenderingContext2D.prototype, "canvas")?.get as () => Canvas)
    : undefined;
  const isContext = page.CanvasRenderingContext2D;
  const ledgerOf = (canvas: Canvas): CanvasLedger => {
    let ledger = ledgers.get(canvas);
    if (!ledger) {
      ledger = new CanvasLedger();
      ledgers.set(canvas, ledger);
    }
    return ledger;
  };

  const tell = () => {
    for (const canvas of changed) {
      const news = ledgers.get(canvas)?.takeNews();
      if (news && canvas instanceof page.HTMLCanvasElement && canvas.isConnected) send(canvas, PAINTED, news);
    }
    changed.clear();
  };
  const note = (canvas: Canvas): CanvasLedger => {
    if (changed.size === 0) microtask(tell);
    changed.add(canvas);
    return ledgerOf(canvas);
  };

  /** Does what was asked, then writes it down; a fault of ours never reaches the page. */
  const wrap = (
    type: { prototype: object } | undefined,
    name: string,
    record: (context: Context, args: unknown[]) => void,
  ) => {
    const original = type && (Object.getOwnPropertyDescriptor(type.prototype, name)?.value as Method | undefined);
    if (!type || !original) return;
    const wrapped = {
      [name](this: Context, ...args: never[]) {
        const result = apply(original, this, args);
        try {
          record(this, args);
        } catch {}
        return result;
      },
    }[name] as Method;
    Object.defineProperty(wrapped, "length", { value: original.length, configurable: true });
    Object.defineProperty(type.prototype, name, {
      value: wrapped,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  };

  const own = (context: Context): Canvas =>
    apply(context instanceof isContext ? canvasOf : (offscreenOf ?? canvasOf), context, []) as Canvas;
  const write = (context: Context, [text, x, y]: unknown[]) => {
    if (typeof text !== "string" || text.length > 4000 || !text.trim()) return;
    const { font, textAlign, direction, textBaseline } = context;
    let left = Number(x);
    const toLeft = direction === "rtl";
    const fromRight = textAlign === "right" || textAlign === (toLeft ? "start" : "end");
    if (fromRight || textAlign === "center") left -= context.measureText(text).width * (fromRight ? 1 : 0.5);
    if (textBaseline !== "alphabetic") return;
    const canvas = own(context);
    note(canvas).write(text, font, left, Number(y), context.getTransform(), canvas.height);
  };
  const cover = (context: Context, area: Area) => note(own(context)).erase(area);
  const box = (context: Context, [x, y, width, height]: unknown[]): Area =>
    areaOf(Number(x), Number(y), Number(width), Number(height), context.getTransform());

  for (const type of [page.CanvasRenderingContext2D, page.OffscreenCanvasRenderingContext2D]) {
    wrap(type, "fillText", write);
    wrap(type, "strokeText", write);
    wrap(type, "clearRect", (context, args) => cover(context, box(context, args)));
    wrap(type, "fillRect", (context, args) => {
      if (isOpaque(context)) cover(context, box(context, args));
    });
    wrap(type, "putImageData", (context, [data, x, y]) => {
      const { width, height } = data as ImageData;
      const [left, top] = [Number(x), Number(y)];
      cover(context, { left, top, right: left + width, bottom: top + height });
    });
    wrap(type, "reset", (context) => note(own(context)).clear());
    wrap(type, "drawImage", (context, args) => {
      const [image] = args as [Canvas];
      const { width, height } = image;
      const all = args.length < 9 ? [0, 0, width, height, ...args.slice(1)] : args.slice(1);
      const [sx = 0, sy = 0, sw = 0, sh = 0, x, y, w = sw, h = sh] = all.map(Number);
      // The source counts raw pixels; the target is transformed.
      const target = box(context, [x, y, w, h]);
      const from = ledgers.get(image);
      const ledger = note(own(context));
      if (!from) ledger.erase(target);
      else ledger.copy(from, { left: sx, top: sy, right: sx + sw, bottom: sy + sh }, target);
    });
  }
  for (const type of [page.HTMLCanvasElement, page.OffscreenCanvas]) {
    for (const side of ["width", "height"]) {
      const original = type && Object.getOwnPropertyDescriptor(type.prototype, side);
      if (!original?.set) continue;
      const { set } = original;
      Object.defineProperty(type.prototype, side, {
        ...original,
        set(this: Canvas, value: number) {
          apply(set, this, [value]);
          if (ledgers.has(this)) note(this).clear();
        },
      });
    }
  }

  page.document.addEventListener(
    ASK_PAINT,
    ({ target }) => {
      if (target instanceof page.HTMLCanvasElement) send(target, PAINT, ledgerOf(target).whole);
    },
    true,
  );
}

/** Whether a fill hides what lies under it; a pattern or gradient is taken to. */
function isOpaque({ fillStyle, globalAlpha, globalCompositeOperation }: Context): boolean {
  if (globalAlpha < 1 || globalCompositeOperation !== "source-over") return false;
  return typeof fillStyle !== "string" || !fillStyle.startsWith("rgba(");
}
