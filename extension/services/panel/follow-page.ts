import { type ReadonlySignal, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { ask } from "../../ask";
import { placeOfUrl, samePlace } from "../../place";
import type { Place, Trouble } from "../../protocol";
import { DOCUMENTS, type OpenDocument, openDocuments } from "../open-documents";

/** The document that the panel goes with. */
export type Page = { readonly is: "looking" } | { readonly is: "no permission" } | { readonly is: "none" } | OpenPage;

interface OpenPage {
  readonly is: "open";
  readonly tabId: number;
  readonly place: Place;
  readonly answers: boolean;
  /** Why what it reads is not kept. */
  readonly trouble: Trouble | undefined;
}

/** Milliseconds between two looks at the page. Nothing else tells that the store is full, or has room again. */
const LOOK = 2000;

/** Follows the person from document to document, until `ends`. `missing` tells whether the store has nothing of a place. */
export function followPage(
  missing: (place: Place) => Promise<boolean>,
  ends: AbortSignal,
): { readonly page: ReadonlySignal<Page>; look(): Promise<void> } {
  const page = signal<Page>({ is: "looking" });

  // Looks overlap while a page is slow to answer: one that was overtaken says nothing any more.
  let begun = 0;
  let last = 0;
  const look = async () => {
    const mine = ++begun;
    const found = await find(missing);
    if (mine < last) return;
    last = mine;
    const now = page.value;
    if (found.is === "open" && now.is === "open" && samePlace(found.place, now.place) && found.tabId === now.tabId) {
      if (found.answers === now.answers && found.trouble?.message === now.trouble?.message) return;
    }
    page.value = found;
  };

  const changed = () => void look();
  const events = [
    browser.tabs.onActivated,
    browser.tabs.onUpdated,
    browser.tabs.onRemoved,
    browser.permissions.onAdded,
    browser.permissions.onRemoved,
  ] as readonly { addListener(f: () => void): void; removeListener(f: () => void): void }[];
  for (const event of events) event.addListener(changed);
  const looking = setInterval(() => document.hidden || changed(), LOOK);
  ends.addEventListener("abort", () => {
    clearInterval(looking);
    for (const event of events) event.removeListener(changed);
  });
  void look();
  return { page, look };
}

async function find(missing: (place: Place) => Promise<boolean>): Promise<Page> {
  if (!(await browser.permissions.contains({ origins: [DOCUMENTS] }))) return { is: "no permission" };
  const here = (await browser.windows.getCurrent()).id;
  const open = (await openDocuments()).sort(byNearness(here))[0];
  const place = open && placeOfUrl(open.url);
  if (!open || !place) return { is: "none" };
  const answer = await ask("pageState", { missing: await missing(place) }, open.id);
  const trouble = answer.ok ? answer.value.trouble : undefined;
  return { is: "open", tabId: open.id, place, answers: answer.ok, trouble };
}

/** The document in front in this window, then the one looked at last, here or in another window. */
const byNearness = (here: number | undefined) => (a: OpenDocument, b: OpenDocument) =>
  Number(b.windowId === here) - Number(a.windowId === here) ||
  Number(b.active) - Number(a.active) ||
  b.lastAccessed - a.lastAccessed;
