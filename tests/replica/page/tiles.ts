import { PAGE_PITCH } from "./geometry";
import { pageHeight, pageTop } from "./scale";
import { type Layer, type Shown, Tile } from "./tile";

/** The pool of pages: as many as can be in view at once, put to new use as the document scrolls. */
export class Tiles {
  readonly live: Tile[] = [];

  constructor(private readonly content: HTMLElement) {}

  /** Shows one layer of the pages in view and those nearest to it; answers how many lines were painted. */
  show(layer: Layer, pageCount: number, shownFor: (page: number) => Shown): number {
    if (layer === "places") this.place(pageCount, shownFor);
    let painted = 0;
    for (const tile of this.live) painted += tile.show(layer, shownFor(tile.page));
    return painted;
  }

  /** Gives each page of the pool its page of the document. */
  private place(pageCount: number, shownFor: (page: number) => Shown): void {
    const { scale, view, options } = shownFor(0);
    const pitch = PAGE_PITCH * scale.zoom;
    const size = Math.min(pageCount, Math.ceil(view.height / pitch) + 1);
    const first = Math.max(0, Math.min(pageCount - size, Math.floor(view.top / pitch)));
    const wanted = Array.from({ length: size }, (_, at) => first + at);
    while (this.live.length > size) this.live.pop()?.element.remove();
    const taken = new Set(this.live.map(({ page }) => page).filter((page) => wanted.includes(page)));
    const missing = wanted.filter((page) => !taken.has(page));
    const assigned = new Map<Tile, number>();
    for (const tile of this.live) assigned.set(tile, taken.delete(tile.page) ? tile.page : (missing.shift() as number));
    for (const page of missing) {
      const tile = new Tile(this.live.length, options.ink);
      this.live.push(tile);
      // New pages go before the others: the order of the elements says nothing of the order in the document.
      this.content.prepend(tile.element);
      assigned.set(tile, page);
    }
    for (const [tile, page] of assigned) tile.page = page;
    const last = Math.max(...assigned.values());
    this.content.style.height = `${pageTop(last, scale) + pageHeight(scale)}px`;
  }

  /** Paints everything anew, as after fonts have come. */
  forget(): void {
    for (const { painter } of this.live) painter.forget();
  }
}
