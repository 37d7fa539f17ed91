import { PAINTED } from "./message-names";

const EDITOR = ".kix-appview-editor";
const PAGE = ".kix-page-paginated";
/** Attributes that tell where text is. */
const ATTRIBUTES = ["aria-label", "data-font-css", "x", "y", "width", "height", "transform", "viewBox", "style"];
/** Marks elements of ours, whose coming and going is no news. */
export const OWN = "data-plumbline";

/** What is told of the editor's pages. */
export interface PagesListener {
  /** These pages show something else than before, or may. Called before the browser paints. */
  changed(pages: readonly HTMLElement[]): void;
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
  const dirty = new Set<HTMLElement>();
  /** Pages too far away to be drawn on. */
  const far = new Set<HTMLElement>();
  let flushing = false;

  const soon = () => {
    if (flushing) return;
    flushing = true;
    queueMicrotask(flush);
  };
  const flush = () => {
    flushing = false;
    if (signal.aborted) return;
    for (const page of known) {
      if (page.isConnected) continue;
      known.delete(page);
      dirty.delete(page);
      far.delete(page);
      listener.gone(page);
    }
    const pages = [...dirty];
    dirty.clear();
    const near = pages.filter((page) => {
      known.add(page);
      const seen = isNear(page, view);
      if (seen) far.delete(page);
      else {
        // What stood on it may not be there any more: nothing is drawn until it comes near.
        far.add(page);
        listener.gone(page);
      }
      return seen;
    });
    if (near.length) listener.changed(near);
  };
  const mark = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const page = element?.closest<HTMLElement>(PAGE);
    if (page) dirty.add(page);
  };

  const pages = new MutationObserver((records) => {
    for (const { target, type, addedNodes, removedNodes } of records) {
      if (type === "childList") {
        const nodes = [...addedNodes, ...removedNodes];
        if (nodes.every(isOwn)) continue;
        for (const node of addedNodes) if (node instanceof Element) for (const page of pagesIn(node)) dirty.add(page);
      }
      mark(target);
    }
    soon();
  });
  const attach = () => {
    const found = document.querySelector<HTMLElement>(EDITOR) ?? undefined;
    if (!found || found === scroller) return Boolean(found);
    pages.disconnect();
    scroller = found;
    pages.observe(found, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES });
    found.addEventListener(
      "scroll",
      () => {
        for (const page of far) if (isNear(page, view)) dirty.add(page);
        if (dirty.size) soon();
      },
      { passive: true, signal },
    );
    renew();
    return true;
  };
  const renew = () => {
    if (!scroller?.isConnected) attach();
    if (scroller) for (const page of scroller.querySelectorAll<HTMLElement>(PAGE)) dirty.add(page);
    soon();
  };

  const arrival = new MutationObserver(() => {
    if (attach()) arrival.disconnect();
  });
  if (!attach()) arrival.observe(document, { childList: true, subtree: true });
  document.addEventListener(
    PAINTED,
    ({ target }) => {
      if (target instanceof Node) mark(target);
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

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN);
const pagesIn = (node: Element): HTMLElement[] =>
  node.matches(PAGE) ? [node as HTMLElement] : [...node.querySelectorAll<HTMLElement>(PAGE)];

/** Whether any of a page is within one window's height of what is in view. */
function isNear(page: HTMLElement, { innerHeight }: Window): boolean {
  const { top, bottom } = page.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}
