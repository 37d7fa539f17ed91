import { type PageFrame, within } from "./page-frame";
import { type Run, runOf } from "./runs";

/** More than any page of text has. */
const MOST = 4000;
const LONGEST_LABEL = 5000;

/** Which rectangles of a page have changed; `all`: any of them may stand elsewhere. */
export type ChangedRects = ReadonlySet<Element> | "all";

/**
 * The runs that the editor's annotation layer names. A rectangle is measured again only where it has changed; a run that is named
 * and stands just as before is the same object, also where the editor has written its rectangle anew.
 */
export class AnnotationRuns {
  private readonly known = new WeakMap<Element, Run | false>();
  private readonly last = new WeakMap<HTMLElement, readonly Run[]>();

  /** The runs of a page; none where there is no such layer. */
  of(page: HTMLElement, frame: PageFrame, changed: ChangedRects): Run[] {
    const rects = page.querySelectorAll("rect[aria-label]");
    if (!rects.length || rects.length > MOST) return [];
    const runs: Run[] = [];
    const last = this.last.get(page) ?? [];
    for (const rect of rects) {
      let run = changed === "all" || changed.has(rect) ? undefined : this.known.get(rect);
      if (run === undefined) {
        const named = namedRun(rect, frame);
        run = named ? (last.find((before) => isSame(before, named)) ?? named) : false;
        this.known.set(rect, run);
      }
      if (run) runs.push(run);
    }
    this.last.set(page, runs);
    return runs;
  }
}

const isSame = (a: Run, b: Run): boolean =>
  a.top === b.top &&
  a.left === b.left &&
  a.width === b.width &&
  a.height === b.height &&
  a.text === b.text &&
  a.font === b.font;

function namedRun(rect: Element, frame: PageFrame): Run | undefined {
  const text = rect.getAttribute("aria-label") ?? "";
  if (text.length > LONGEST_LABEL) return undefined;
  const font = rect.getAttribute("data-font-css") ?? "";
  return runOf({ text, font, ...within(frame, rect.getBoundingClientRect()) });
}
