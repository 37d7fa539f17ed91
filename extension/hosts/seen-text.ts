import { paintedText } from "./painted-text";
import type { PlacedRun } from "./runs";

/** The text of every page that has been in view, where the page gives no other text. */
export class SeenText {
  /** Runs by the page's place in the document, which stays the same however the editor recycles its elements. */
  private readonly pages = new Map<number, readonly PlacedRun[]>();
  private pitch = 0;

  /** A page element shows these runs now. */
  page(element: HTMLElement, runs: readonly PlacedRun[]): void {
    const height = element.offsetHeight;
    // At another zoom all pages stand elsewhere.
    if (height !== this.pitch) this.pages.clear();
    this.pitch = height;
    this.pages.set(element.offsetTop, runs);
  }

  /** An empty line stands for pages in between that were not. */
  text(): string {
    let below = Number.POSITIVE_INFINITY;
    return paintedText(
      [...this.pages]
        .sort(([a], [b]) => a - b)
        .flatMap(([top, runs]) => {
          const apart = top > below;
          below = top + 1.5 * this.pitch;
          return apart ? [[], runs] : [runs];
        }),
    );
  }

  clear(): void {
    this.pages.clear();
  }
}
