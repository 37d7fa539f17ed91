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

/** Lines that are more than a page has, or one person's edit. */
const MANY = 500;

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
  let scrolled: number | undefined;
  let unread = 0;
  let way: ReadingWay = { text: "none", marks: "none" };

  const tellWay = () => {
    const sources = [...shown.values()].map(({ runs }) => runs.source);
    const marks = sources.includes("annotated") ? "annotated" : sources.includes("painted") ? "painted" : "none";
    if (way.text === text.way && way.marks === marks) return;
    way = { text: text.way, marks };
    listener.wayChanged(way);
  };
  const show = (element: HTMLElement, runs: PageRuns, inPlace = false) => {
    const before = shown.get(element);
    const found = views.of(element, runs, index, before);
    // A page that comes into view may have headers and notes that no text accounts for; what is typed comes to a page that was there.
    if (inPlace && before?.located.length) unread = Math.max(0, unread + found.view.unread - before.view.unread);
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
    listener.linesForgotten();
    for (const [element, { runs }] of shown) show(element, runs);
    return place;
  };

  const pages = watchPages(
    document,
    {
      changed: (changes) => {
        follow();
        const top = pages.scroller?.scrollTop;
        const inPlace = top === scrolled;
        scrolled = top;
        // All is read before anything is drawn: to read after that, the browser would have to lay out the page again.
        const read = [...changes].map(([element, rects]) => [element, reader.read(element, rects)] as const);
        for (const [element, runs] of read) {
          if (text.way !== "annotated") seen.page(element, runs.runs);
          show(element, runs, inPlace);
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
      painted: () => {
        for (const [element, { runs }] of shown) seen.page(element, runs.runs);
        return seen.text();
      },
      unread: () => unread,
      sourceChanged: () => {
        listener.linesForgotten();
        tellWay();
      },
      *changed(lines: readonly HostLine[], change: LinesChange, whole: boolean) {
        const own = index;
        // To change most of an index takes as long as to make one, and cannot pause.
        const anew = change.inserted.length > MANY || change.removed === own.entries.length;
        const next = anew ? new LineIndex() : own;
        yield* next.change(anew ? { at: 0, removed: 0, inserted: lines } : change);
        // Another document or tab was opened meanwhile.
        if (index !== own) return;
        index = next;
        unread = 0;
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
