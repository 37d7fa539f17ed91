import type { Paragraph, ReplicaDocument, Tab } from "../document";
import type { Options } from "../options";
import { Caret, caretBox } from "./carets";
import { Counters } from "./counters";
import { PAGE_PITCH } from "./geometry";
import { Layout } from "./layout";
import { pageWidth, type Scale } from "./scale";
import { type Place, TextModel } from "./text-model";
import { LAYERS, type Layer, type Shown } from "./tile";
import { Tiles } from "./tiles";
import { type Comment, tintsOf } from "./tints";
import { forgetWidths, setBodyFamily } from "./type";

/** The elements of the page that the editor fills. */
export interface Frame {
  readonly scroller: HTMLElement;
  readonly manager: HTMLElement;
  readonly content: HTMLElement;
}

/** The document on screen: its text, its layout, the live pages, the carets. Edits show with the next frame. */
export class Editor {
  model: TextModel;
  layout: Layout;
  readonly tiles: Tiles;
  readonly counters = new Counters();
  caret: Place = { line: 0, at: 0 };
  /** The other end of the selection. */
  anchor: Place = this.caret;
  colleague: Place = { line: 0, at: 0 };
  /** Set when what is frozen (`stale`) may be brought up to date once. */
  thaw = false;
  readonly onEdit: (() => void)[] = [];
  readonly onClick: (() => void)[] = [];
  readonly onOptions: (() => void)[] = [];
  private readonly texts = new Map<string, TextModel>();
  private comments: Comment[] = [];
  private readonly own = new Caret(this, "#000000");
  private readonly other = new Caret(this, "#d93025", "Ms. Okafor");
  private pending = 0;
  private waiting: (() => void)[] = [];
  /** Where layers come apart: those still to come of what is being shown, who waits for it, and whether there is more. */
  private layers: Layer[] = [];
  private begun: (() => void)[] = [];
  private again = false;

  constructor(
    readonly document: ReplicaDocument,
    public options: Options,
    readonly frame: Frame,
    private readonly shows: Readonly<Record<"pages" | "rects", () => boolean>>,
    tab: string,
  ) {
    setBodyFamily(options.family);
    this.tiles = new Tiles(frame.content);
    this.model = this.textOf(document.tabs.find(({ id }) => id === tab) ?? (document.tabs[0] as Tab));
    this.layout = new Layout(this.model.paragraphs);
    frame.scroller.addEventListener("scroll", () => this.schedule());
    new ResizeObserver(() => this.schedule()).observe(frame.scroller);
  }

  get scale(): Scale {
    return { zoom: this.options.zoom, ratio: window.devicePixelRatio };
  }

  /** The tab's text as edited so far. */
  textOf(tab: Tab): TextModel {
    const known = this.texts.get(tab.id);
    if (known) return known;
    const model = new TextModel(tab, (change, replaced) => {
      if (this.model === model) this.layout.update(model.paragraphs, change, replaced);
      this.clampCarets();
      for (const listener of this.onEdit) listener();
      this.schedule();
    });
    this.texts.set(tab.id, model);
    return model;
  }

  openTab(id: string): void {
    const tab = this.document.tabs.find((one) => one.id === id);
    if (!tab) throw new RangeError(`There is no tab ${id}.`);
    this.model = this.textOf(tab);
    this.layout = new Layout(this.model.paragraphs);
    this.caret = this.anchor = this.colleague = { line: 0, at: 0 };
    this.comments = [];
    this.frame.scroller.scrollTop = 0;
    this.schedule();
  }

  set(options: Partial<Options>): void {
    this.options = { ...this.options, ...options };
    if (setBodyFamily(this.options.family)) this.layout = new Layout(this.model.paragraphs);
    for (const listener of this.onOptions) listener();
    this.schedule();
  }

  /** Fonts have come: all is laid out and painted anew. */
  fontsCame(): void {
    forgetWidths();
    this.layout = new Layout(this.model.paragraphs);
    this.tiles.forget();
    this.schedule();
  }

  comment(line: number, start: number, end: number): void {
    this.comments.push({ id: this.model.idOf(this.model.at(line)), start, end });
    this.schedule();
  }

  clearComments(): void {
    this.comments = [];
    this.schedule();
  }

  select(anchor: Place, caret: Place = anchor): void {
    this.anchor = anchor;
    this.caret = caret;
    this.clampCarets();
    this.schedule();
  }

  revealCaret(): void {
    const box = caretBox(this, this.caret);
    const { scroller } = this.frame;
    if (!box) return;
    if (box.top < scroller.scrollTop) scroller.scrollTop = box.top - 40;
    else if (box.top + box.height > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = box.top + box.height + 40 - scroller.clientHeight;
  }

  view(): Shown["view"] {
    const { scroller } = this.frame;
    const left = Math.max(0, Math.floor((scroller.clientWidth - pageWidth(this.scale)) / 2));
    return { top: scroller.scrollTop, height: scroller.clientHeight, left };
  }

  /** Resolves when what was asked so far has been painted. */
  settled(): Promise<void> {
    return new Promise((done) => {
      this.waiting.push(done);
      this.schedule();
    });
  }

  schedule(): void {
    this.again = true;
    this.pending ||= requestAnimationFrame(() => this.next());
  }

  paint(): void {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    this.again = false;
    this.layers = [];
    for (const layer of LAYERS) this.show(layer);
    for (const done of [...this.begun.splice(0), ...this.waiting.splice(0)]) done();
  }

  private next(): void {
    if (this.options.frames === "one") {
      this.paint();
      return;
    }
    if (!this.layers.length) {
      this.again = false;
      this.layers = [...LAYERS];
      this.begun = this.waiting.splice(0);
    }
    this.show(this.layers.shift() as Layer);
    if (!this.layers.length) for (const done of this.begun.splice(0)) done();
    this.pending = this.layers.length || this.again ? requestAnimationFrame(() => this.next()) : 0;
  }

  private show(layer: Layer): void {
    if (!this.shows.pages()) return;
    const { scale, layout, frame, options } = this;
    frame.manager.style.height = `${Math.round(layout.pages.length * PAGE_PITCH * scale.zoom)}px`;
    frame.manager.style.minWidth = `${pageWidth(scale)}px`;
    const view = this.view();
    const tints = tintsOf(this.model, this.comments, this.anchor, this.caret);
    const rects = this.rects();
    const idOf = (paragraph: Paragraph) => this.model.idOf(paragraph);
    const painted = this.tiles.show(layer, layout.pages.length, (page) => {
      return { strips: layout.pages[page] ?? [], scale, tints, options, view, idOf, rects };
    });
    if (layer === "ink") {
      this.own.show(this.caret, frame.content);
      this.other.show(options.colleague ? this.colleague : undefined, frame.content);
      this.counters.painted(painted);
    } else if (layer === "rects") this.thaw = false;
  }

  private rects(): Shown["rects"] {
    const { annotations } = this.options;
    if (annotations === "absent" || annotations === "late" || !this.shows.rects()) return "none";
    return annotations === "stale" && !this.thaw ? "keep" : "write";
  }

  private clampCarets(): void {
    const clamp = ({ line, at }: Place): Place => {
      const last = Math.max(0, Math.min(line, this.model.paragraphs.length - 1));
      return { line: last, at: Math.max(0, Math.min(at, this.model.at(last).text.length)) };
    };
    this.caret = clamp(this.caret);
    this.anchor = clamp(this.anchor);
    this.colleague = clamp(this.colleague);
  }
}
