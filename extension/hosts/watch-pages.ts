import type { ChangedRects } from "./annotation-runs";
import { PAINTED } from "./message-names";

const EDITOR = ".kix-appview-editor";
const PAGE = ".kix-page-paginated";
/** Attributes that tell where text is. */
const ATTRIBUTES = [
  "aria-label",
  "data-font-css",
  "x",
  "y",
  "width",
  "height",
  "transform",
  "viewBox",
  "style",
  "class",
];
/**
 * Milliseconds. No hand types as fast as news comes in frame after frame: a text expander does, or dictation. When that has gone on for a
 * while, lines that are being typed wait, so that all that the editor can do is done for the letters.
 */
const APART = 25;
const A_WHILE = 50;
const WAIT = 100;
/** Units of a message of what was painted: a longer one is of more than a paragraph that is typed in, of lines that moved. */
const MUCH = 2500;
/** Marks elements of ours, whose coming and going is no news. */
export const OWN = "data-plumbline";

/** What is told of the editor's pages. */
export interface PagesListener {
  /** These pages show something else than before, or may. Called before the browser paints. */
  changed(pages: ReadonlyMap<HTMLElement, ChangedRects>): void;
  /** A page is not there any more, or too far away to be looked at. */
  gone(page: HTMLElement): void;
}

/** The editor's pages. */
export interface Pages {
  /** The element that scrolls. */
  readonly scroller: HTMLElement | undefined;
  /** Takes all pages for changed. */
  renew(): void;
}

/** Watches the few page elements that the editor puts to use again and again as it scrolls. */
export function watchPages(document: Document, listener: PagesListener, signal: AbortSignal): Pages {
  const view = document.defaultView as Window;
  let scroller: HTMLElement | undefined;
  const known = new Set<HTMLElement>();
  const dirty = new Map<HTMLElement, Set<Element> | "all">();
  /** Pages too far away to be drawn on. */
  const far = new Set<HTMLElement>();
  let flushing = false;
  let waiting = 0;
  let pouringSince = 0;
  let newsAt = 0;

  const soon = () => {
    const now = performance.now();
    if (now - newsAt > APART) pouringSince = now;
    newsAt = now;
    if (flushing) return;
    if (now - pouringSince > A_WHILE && ![...dirty.values()].includes("all")) {
      waiting ||= Number(setTimeout(flush, WAIT));
      return;
    }
    flushing = true;
    queueMicrotask(flush);
  };
  const flush = () => {
    clearTimeout(waiting);
    waiting = 0;
    flushing = false;
    if (signal.aborted) return;
    for (const page of known) {
      if (page.isConnected) continue;
      known.delete(page);
      dirty.delete(page);
      far.delete(page);
      listener.gone(page);
    }
    const near = new Map<HTMLElement, ChangedRects>();
    for (const [page, rects] of dirty) {
      known.add(page);
      if (isNear(page, view)) {
        far.delete(page);
        near.set(page, rects);
      } else {
        // What stood on it may not be there any more: nothing is drawn until it comes near.
        far.add(page);
        listener.gone(page);
      }
    }
    dirty.clear();
    if (near.size) listener.changed(near);
  };
  /** Something on a page changed, and with it these of its rectangles. */
  const mark = (node: Node, changed: readonly Element[] | "all") => {
    const element = node instanceof Element ? node : node.parentElement;
    const page = element?.closest<HTMLElement>(PAGE);
    if (!page) return;
    const rects = changed === "all" ? changed : (dirty.get(page) ?? new Set());
    if (rects !== "all" && changed !== "all") for (const rect of changed) rects.add(rect);
    dirty.set(page, rects);
  };

  const pages = new MutationObserver((records) => {
    let news = false;
    for (const record of records)
      if (isNews(record)) {
        news = true;
        const { target, addedNodes } = record;
        const added = [...addedNodes].filter((node) => node instanceof Element);
        for (const page of added.flatMap(pagesIn)) dirty.set(page, "all");
        // What comes or goes in a drawing moves nothing else in it.
        if (record.type === "childList" && target instanceof SVGElement) mark(target, added.flatMap(rectsIn));
        else mark(target, target instanceof SVGRectElement ? [target] : "all");
      }
    if (news) soon();
  });
  const attach = () => {
    const found = document.querySelector<HTMLElement>(EDITOR) ?? undefined;
    if (!found || found === scroller) return Boolean(found);
    pages.disconnect();
    scroller = found;
    pages.observe(found, { subtree: true, childList: true, attributeOldValue: true, attributeFilter: ATTRIBUTES });
    found.addEventListener(
      "scroll",
      () => {
        for (const page of far) if (isNear(page, view)) dirty.set(page, "all");
        if (dirty.size) soon();
      },
      { passive: true, signal },
    );
    renew();
    return true;
  };
  const renew = () => {
    if (!scroller?.isConnected) attach();
    if (scroller) for (const page of scroller.querySelectorAll<HTMLElement>(PAGE)) dirty.set(page, "all");
    soon();
  };

  const arrival = new MutationObserver(() => {
    if (attach()) arrival.disconnect();
  });
  if (!attach()) arrival.observe(document, { childList: true, subtree: true });
  document.addEventListener(
    PAINTED,
    (event) => {
      const { target } = event;
      if (!(target instanceof Node)) return;
      mark(target, (event as CustomEvent<string>).detail?.length > MUCH ? "all" : []);
      soon();
    },
    { signal },
  );
  view.addEventListener("resize", renew, { passive: true, signal });
  signal.addEventListener("abort", () => {
    pages.disconnect();
    arrival.disconnect();
  });
  return {
    get scroller() {
      return scroller;
    },
    renew,
  };
}

/** Whether a record tells of anything but elements of ours, or an attribute that was set to what it was. */
function isNews({ type, target, attributeName, oldValue, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === "attributes") return (target as Element).getAttribute(attributeName ?? "") !== oldValue;
  return ![...addedNodes, ...removedNodes].every(isOwn);
}

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN);
const pagesIn = (node: Element): HTMLElement[] =>
  node.matches(PAGE) ? [node as HTMLElement] : [...node.querySelectorAll<HTMLElement>(PAGE)];

const rectsIn = (node: Element): Element[] => [node, ...node.querySelectorAll("rect")];

/** Whether any of a page is within one window's height of what is in view. */
function isNear(page: HTMLElement, { innerHeight }: Window): boolean {
  const { top, bottom } = page.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}
