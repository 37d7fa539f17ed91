import type { Paragraph } from "../document";
import type { LineBox, Strip } from "./blocks";
import type { Run } from "./runs";
import { boxLeft, pageHeight, pageWidth, type Scale, stripTop } from "./scale";
import { upright } from "./spans";
import { plainPiece } from "./type";

const SVG = "http://www.w3.org/2000/svg";

/** How the rects are written. */
export interface RectForm {
  readonly zoomOn: "rect" | "svg";
  /** Whether labels differ from the text in their spaces. */
  readonly spacing: boolean;
}

type Attributes = Readonly<Record<string, string>>;

interface Entry {
  readonly group: SVGGElement;
  readonly rects: SVGRectElement[];
  /** What the rects were written as. */
  written: readonly Attributes[];
}

/** The rects of a visual line, and where and how they were written: a line that stays where it is keeps them. */
interface Known {
  readonly at: string;
  readonly rects: readonly Attributes[];
}

/**
 * The rects that name what is painted, one for each run of each visual line, grouped by paragraph. Groups that stay are
 * kept and new ones come last, so their order is not that of reading. Nodes of others are never touched.
 */
export class AnnotationLayer {
  readonly element = document.createElement("div");
  private readonly svg = document.createElementNS(SVG, "svg");
  private entries = new Map<number, Entry>();
  private readonly known = new WeakMap<LineBox, Known>();

  constructor() {
    this.element.className = "kix-canvas-tile-content";
    this.svg.setAttribute("overflow", "visible");
    this.element.append(this.svg);
  }

  show(strips: readonly Strip[], scale: Scale, form: RectForm, idOf: (paragraph: Paragraph) => number): void {
    this.svg.setAttribute("width", `${pageWidth(scale)}`);
    this.svg.setAttribute("height", `${pageHeight(scale)}`);
    if (form.zoomOn === "svg") {
      const size = [pageWidth(scale) / scale.zoom, pageHeight(scale) / scale.zoom];
      this.svg.setAttribute("viewBox", `0 0 ${size.join(" ")}`);
    } else this.svg.removeAttribute("viewBox");
    const wanted = new Map<number, Attributes[]>();
    for (const strip of strips) {
      for (const box of strip.boxes) {
        const name = idOf(box.paragraph);
        const list = wanted.get(name) ?? [];
        list.push(...this.rectsOf(strip, box, scale, form));
        wanted.set(name, list);
      }
    }
    for (const [name, entry] of this.entries) {
      if (wanted.has(name)) continue;
      entry.group.remove();
      this.entries.delete(name);
    }
    for (const [name, rects] of wanted) this.fill(name, rects);
  }

  /** Takes away what stands there, as when the page is used for another part of the document. */
  clear(): void {
    for (const { group } of this.entries.values()) group.remove();
    this.entries.clear();
  }

  private rectsOf(strip: Strip, box: LineBox, scale: Scale, form: RectForm): readonly Attributes[] {
    const at = [stripTop(strip, scale), boxLeft(box, scale), scale.zoom, form.zoomOn, form.spacing].join(" ");
    let known = this.known.get(box);
    if (known?.at !== at) {
      known = { at, rects: rectsOf(strip, box, scale, form) };
      this.known.set(box, known);
    }
    return known.rects;
  }

  private fill(name: number, wanted: readonly Attributes[]): void {
    let entry = this.entries.get(name);
    if (!entry) {
      const group = document.createElementNS(SVG, "g");
      group.setAttribute("role", "paragraph");
      this.svg.append(group);
      entry = { group, rects: [], written: [] };
      this.entries.set(name, entry);
    }
    const { rects, written } = entry;
    entry.written = wanted;
    if (alike(wanted, written, (a, b) => a === b)) return;
    if (alike(wanted, written, sameLabel)) {
      wanted.forEach((attributes, at) => {
        for (const [key, value] of Object.entries(attributes))
          if (rects[at]?.getAttribute(key) !== value) rects[at]?.setAttribute(key, value);
      });
      return;
    }
    for (const rect of rects.splice(0)) rect.remove();
    for (const attributes of wanted) {
      const rect = document.createElementNS(SVG, "rect");
      for (const [key, value] of Object.entries(attributes)) rect.setAttribute(key, value);
      rects.push(rect);
      entry.group.append(rect);
    }
  }
}

const alike = <Item>(a: readonly Item[], b: readonly Item[], same: (a: Item, b: Item) => boolean): boolean =>
  a.length === b.length && a.every((item, at) => same(item, b[at] as Item));

const sameLabel = (a: Attributes, b: Attributes): boolean =>
  ["aria-label", "data-font-css"].every((name) => a[name] === b[name]);

function rectsOf(strip: Strip, box: LineBox, scale: Scale, form: RectForm): Attributes[] {
  const [left, top] = [boxLeft(box, scale), stripTop(strip, scale)];
  const { zoom } = scale;
  const transform =
    form.zoomOn === "svg"
      ? `matrix(1,0,0,1,${left / zoom},${top / zoom})`
      : `matrix(${zoom},0,0,${zoom},${left},${top})`;
  const rect = (
    label: string,
    x: number,
    width: number,
    piece: Pick<Run, "size" | "raise" | "family" | "style">,
  ): Attributes => {
    const { top: above, bottom } = upright(box, piece);
    return {
      x: `${x}`,
      y: `${above}`,
      width: `${width}`,
      height: `${bottom - above}`,
      fill: "none",
      transform,
      "aria-label": label,
      "data-font-css": `${piece.style.italic ? "italic" : "normal"} ${piece.style.bold ? 700 : 400} ${piece.size}px '${piece.family}'`,
    };
  };
  const named = box.runs().filter(({ text }) => text !== "");
  const rects = named.map((run) => rect(form.spacing ? spaced(run.text) : run.text, run.x, run.width, run));
  if (!box.marker) return rects;
  const plain = plainPiece(box.paragraph);
  return [rect(box.marker.text, box.marker.x, Math.abs(box.marker.x) - 6, plain), ...rects];
}

/** The same words with other spaces: none at the ends, no-break ones between some words, two where there was a tab. */
function spaced(text: string): string {
  let count = 0;
  return text.trim().replace(/\s+/g, (spaces) => (++count % 3 === 0 ? "\u00a0" : spaces.includes("\t") ? "  " : " "));
}
