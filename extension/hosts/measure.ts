/** Measures text in a font, in pixels of that font. */
export interface TextMeasure {
  readonly measure: (font: string, text: string) => number;
  /** How far letters reach above and below the baseline. */
  readonly heights: (font: string) => { readonly above: number; readonly below: number };
  /** Fonts have loaded: what was measured may be wrong. */
  forget(): void;
}

const MOST_KEPT = 20_000;

/** Measures with a canvas of its own that is never shown. */
export function createMeasure(document: Document): TextMeasure {
  const context = document.createElement("canvas").getContext("2d");
  let widths = new Map<string, number>();
  let heights = new Map<string, { above: number; below: number }>();
  return {
    measure: (font, text) => {
      const key = `${font}\n${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        if (widths.size > MOST_KEPT) widths = new Map();
        if (context) context.font = font;
        width = context?.measureText(text).width ?? 0;
        widths.set(key, width);
      }
      return width;
    },
    heights: (font) => {
      let found = heights.get(font);
      if (!found) {
        if (context) context.font = font;
        const measured = context?.measureText("x");
        found = { above: measured?.fontBoundingBoxAscent ?? 0, below: measured?.fontBoundingBoxDescent ?? 0 };
        heights.set(font, found);
      }
      return found;
    },
    forget: () => {
      widths = new Map();
      heights = new Map();
    },
  };
}
