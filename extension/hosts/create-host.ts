import { placeOfUrl, samePlace } from "../place";
import type { Place, ReadingWay } from "../protocol";
import { DocumentText } from "./document-text";
import type { Host, HostLine, HostListener, LinesChange } from "./host";
import { LineIndex } from "./line-index";
import { createMeasure } from "./measure";
import { type PageRuns, PageRunsReader } from "./page-runs";
import { type LocatedPage, PageViews } from "./page-view";
import { Revealer } from "./revealer";
import { SeenText } from "./seen-text";
import { watchPages } from "./watch-pages";

/** Reads the editor in a window until `signal` ends it. Which sources answer is found out, and found out again, as it goes. */
export function createHost(page: Window, listener: HostListener, signal: AbortSignal): Host {
  const { document } = page;
  const measure = createMeasure(document);
  const seen = new SeenText();
  const reader = new PageRunsReader(document, measure, signal);
  const views = new PageViews(measure.measure);
  const shown = new Map<HTMLElement, LocatedPage>();
  let index = new LineIndex();
  let place = placeOfUrl(page.location.href);
  let address = page.location.href;
  let way: ReadingWay = { text: "none", marks: "none" };

  const tellWay = () => {
    const sources = [...shown.values()].map(({ runs }) => runs.source);
    const marks = sources.includes("annotated") ? "annotated" : sources.includes("painted") ? "painted" : "none";
    if (way.text === text.ladder.way && way.marks === marks) return;
    way = { text: text.ladder.way, marks };
    listener.wayChanged(way);
  };
  const show = (element: HTMLElement, runs: PageRuns) => {
    const found = views.of(element, runs, index, shown.get(element));
    shown.set(element, found);
    listener.pageChanged(found.view);
  };
  const follow = (): Place | undefined => {
    if (page.location.href === address) return place;
    address = page.location.href;
    const next = placeOfUrl(address);
    if (next && place && samePlace(next, place)) return place;
    place = next;
    index = new LineIndex();
    seen.clear();
    text.reset();
    listener.placeChanged();
    for (const [element, { runs }] of shown) show(element, runs);
    return place;
  };

  const pages = watchPages(
    document,
    {
      changed: (changes) => {
        follow();
        // All is read before anything is drawn: to read after that, the browser would have to lay out the page again.
        const read = [...changes].map(([element, rects]) => [element, reader.read(element, rects)] as const);
        for (const [element, runs] of read) {
          if (text.ladder.way !== "annotated") seen.page(element, runs.runs);
          show(element, runs);
        }
        revealer.renewed();
        tellWay();
        text.touch();
      },
      gone: (element) => {
        shown.delete(element);
        listener.pageGone(element);
      },
    },
    signal,
  );
  const revealer = new Revealer({
    scroller: () => pages.scroller,
    views: () => [...shown.values()].map(({ view }) => view),
    entries: () => index.entries,
  });
  const text: DocumentText = new DocumentText(
    document,
    {
      place: follow,
      painted: () => seen.text(),
      unread: () => [...shown.values()].reduce((sum, { view }) => sum + view.unread, 0),
      *changed(lines: readonly HostLine[], change: LinesChange, whole: boolean) {
        const own = index;
        if (whole && change.removed === own.entries.length && change.at === 0) {
          const fresh = new LineIndex();
          yield* fresh.change({ at: 0, removed: 0, inserted: lines });
          if (index === own) index = fresh;
        } else yield* own.change(change);
        listener.linesChanged(lines, whole ? undefined : change);
        for (const [element, { runs }] of shown) show(element, runs);
      },
      wayChanged: tellWay,
    },
    signal,
  );
  document.fonts.addEventListener(
    "loadingdone",
    () => {
      measure.forget();
      reader.forget();
      pages.renew();
    },
    { signal },
  );

  return {
    get lines() {
      return text.lines;
    },
    get way() {
      return way;
    },
    get place() {
      return follow();
    },
    caretLine: () => text.caretLine(),
    reveal: (position) => text.lines[position] !== undefined && revealer.reveal(position),
  };
}
