import type { Rubric } from "../../core/index";
import { dimensionOf } from "../dimension-of";
import type { HostLine, PageView, ShownLine } from "../hosts/host";
import { PageLayer } from "./page-layer";
import { type Chip, chipsOf, type LineMarks, lineMarks, type Mark, type MarkedTag } from "./page-marks";

/** Milliseconds for which a line that was asked for stays lit. */
const LIT = 2500;

/** Where tags come from. */
export interface OverlaySource {
  tagsOf(line: HostLine): readonly MarkedTag[];
}

/** Something that is drawn, and on which page. */
export interface Drawn {
  readonly box: Mark | Chip;
  readonly layer: PageLayer;
}

/** Draws the tags of the lines that are in view, page by page. */
export class Overlay {
  private readonly layers = new Map<HTMLElement, { layer: PageLayer; view: PageView }>();
  /** Of the lines as they are shown now, until tags change. */
  private marks = new WeakMap<ShownLine, LineMarks>();
  private hiddenDimensions: ReadonlySet<string> = new Set();
  private shownNow = true;
  private lit: number | undefined;
  private timer = 0;

  constructor(
    private readonly source: OverlaySource,
    private readonly rubric: () => Rubric | undefined,
    private readonly opened: (chip: Chip, layer: PageLayer) => void,
    private readonly drawn: () => void,
  ) {}

  /** A page shows something else, or elsewhere. Called before the browser paints, so that marks never lag behind text. */
  page(view: PageView): void {
    let known = this.layers.get(view.page);
    if (known) known.view = view;
    else {
      const layer: PageLayer = new PageLayer(view.page, (chip) => this.opened(chip, layer));
      known = { layer, view };
      this.layers.set(view.page, known);
    }
    this.draw(known);
    this.drawn();
  }

  gone(page: HTMLElement): void {
    this.layers.get(page)?.layer.remove();
    this.layers.delete(page);
  }

  /** Position of a line in the middle of what the pages at hand show; 0 where they show none. */
  inView(): number {
    const shown = [...this.layers.values()].flatMap(({ view }) => view.lines.map(({ position }) => position));
    return shown.reduce((sum, position) => sum + position, 0) / Math.max(1, shown.length);
  }

  /** Tags, decisions or settings changed. */
  redraw(): void {
    this.marks = new WeakMap();
    for (const known of this.layers.values()) this.draw(known);
    this.drawn();
  }

  hide(dimensions: readonly string[]): void {
    this.hiddenDimensions = new Set(dimensions);
    this.redraw();
  }

  get shown(): boolean {
    return this.shownNow;
  }

  set shown(shown: boolean) {
    this.shownNow = shown;
    this.redraw();
  }

  /** Lights up a line for a moment, now or when its page comes. */
  light(position: number): void {
    clearTimeout(this.timer);
    this.lit = position;
    for (const { layer } of this.layers.values()) layer.light(position);
    this.timer = Number(
      setTimeout(() => {
        this.lit = undefined;
        for (const { layer } of this.layers.values()) layer.light(undefined);
      }, LIT),
    );
  }

  /** The marks under a point of the window, and their layer. */
  at(x: number, y: number): { readonly marks: readonly Mark[]; readonly layer: PageLayer } | undefined {
    for (const { layer } of this.layers.values()) {
      const marks = layer.at(x, y);
      if (marks.length) return { marks, layer };
    }
    return undefined;
  }

  /** The first of what is drawn of each line, in the order of the document. */
  markedLines(): Drawn[] {
    const found = new Map<number, Drawn>();
    for (const { layer } of this.layers.values())
      for (const box of layer.boxes) {
        const { position } = box.shown;
        if (!found.has(position)) found.set(position, { box, layer });
      }
    return [...found.values()].sort((a, b) => a.box.shown.position - b.box.shown.position);
  }

  remove(): void {
    clearTimeout(this.timer);
    for (const page of [...this.layers.keys()]) this.gone(page);
  }

  private draw({ layer, view }: { layer: PageLayer; view: PageView }): void {
    const rubric = this.rubric();
    if (!this.shownNow || !rubric) {
      layer.draw([], [], undefined);
      return;
    }
    const marksOf = (line: ShownLine) => this.marksOf(line, rubric);
    layer.draw(
      view.lines.flatMap((line) => marksOf(line).marks),
      chipsOf(view, marksOf),
      this.lit,
    );
  }

  private marksOf(shown: ShownLine, rubric: Rubric): LineMarks {
    let marks = this.marks.get(shown);
    if (!marks) {
      const tags = this.source.tagsOf(shown.line).filter(({ tag }) => {
        const { indicator } = dimensionOf(rubric, tag.indicator);
        return indicator !== undefined && !this.hiddenDimensions.has(indicator.dimension);
      });
      marks = lineMarks(shown, tags);
      this.marks.set(shown, marks);
    }
    return marks;
  }
}
