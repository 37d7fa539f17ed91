import type { PageView } from "./host";
import type { IndexedLine } from "./line-index";

/** A short line takes up a whole row: about so many characters are added to each line to estimate its height. */
const ROW = 45;
/** How often a place is estimated anew, and milliseconds after which the person will have gone elsewhere. */
const TRIES = 6;
const PATIENCE = 1500;

/** What is known of the page when a line is looked for. */
export interface RevealerSurroundings {
  scroller(): HTMLElement | undefined;
  /** The pages that are live, which are those near what is in view. */
  views(): Iterable<PageView>;
  entries(): readonly IndexedLine[];
}

/**
 * Scrolls to lines that a person asked for. A page that is not live tells nothing of where its lines are: then it goes about as
 * far as they must be, and from the lines that come there it goes on, until the page of the line has come.
 */
export class Revealer {
  private sought: { readonly position: number; readonly until: number; tries: number } | undefined;

  constructor(private readonly around: RevealerSurroundings) {}

  /** False where there is nothing to scroll. */
  reveal(position: number): boolean {
    const scroller = this.around.scroller();
    if (!scroller) return false;
    this.sought = { position, until: performance.now() + PATIENCE, tries: TRIES };
    this.approach(scroller);
    return true;
  }

  /** Other pages are live now. */
  renewed(): void {
    const scroller = this.around.scroller();
    if (this.sought && scroller) this.approach(scroller);
  }

  private approach(scroller: HTMLElement): void {
    const { sought } = this;
    if (!sought) return;
    const { position } = sought;
    if (sought.tries-- <= 0 || performance.now() > sought.until) {
      this.sought = undefined;
      return;
    }
    const third = scroller.clientHeight / 3;
    const nearest = this.nearest(position, scroller);
    if (nearest?.position === position) this.sought = undefined;
    const { from, top } = nearest ? { from: nearest.position, top: nearest.top } : { from: 0, top: 0 };
    scroller.scrollTop = top + this.between(from, position) * scroller.scrollHeight - third;
  }

  /** The line on a live page that is the nearest to one, and how far down in the document it is, in pixels. */
  private nearest(position: number, scroller: HTMLElement): { position: number; top: number } | undefined {
    let found: { position: number; top: number } | undefined;
    const frame = scroller.getBoundingClientRect();
    for (const { page, lines } of this.around.views()) {
      const { top, height } = page.getBoundingClientRect();
      const scale = height / (page.offsetHeight || height || 1);
      for (const line of lines) {
        if (found && Math.abs(found.position - position) <= Math.abs(line.position - position)) continue;
        found = { position: line.position, top: scroller.scrollTop + top + line.firstRow.top * scale - frame.top };
      }
    }
    return found;
  }

  /** About which share of the document's height lies between two lines; negative where the second comes first. */
  private between(from: number, to: number): number {
    let [stretch, all] = [0, 0];
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    for (const { visible, position } of this.around.entries()) {
      all += visible.length + ROW;
      if (position >= first && position < last) stretch += visible.length + ROW;
    }
    return ((to < from ? -1 : 1) * stretch) / Math.max(1, all);
  }
}
