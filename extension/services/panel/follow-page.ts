import { type ReadonlySignal, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { ask } from "../../ask";
import { placeOfUrl, samePlace } from "../../place";
import type { Place } from "../../protocol";
import { DOCUMENTS, type OpenDocument, openDocuments } from "../open-documents";

/** The document that the panel goes with. */
export type Page =
  | { readonly is: "looking" }
  | { readonly is: "no permission" }
  | { readonly is: "none" }
  | { readonly is: "open"; readonly tabId: number; readonly place: Place; readonly answers: boolean };

/** Follows the person from document to document, until `ends`. */
export function followPage(ends: AbortSignal): { readonly page: ReadonlySignal<Page>; look(): Promise<void> } {
  const page = signal<Page>({ is: "looking" });

  // Looks overlap while a page is slow to answer: one that was overtaken says nothing any more.
  let begun = 0;
  let last = 0;
  const look = async () => {
    const mine = ++begun;
    const found = await find();
    if (mine < last) return;
    last = mine;
    const now = page.value;
    if (found.is === "open" && now.is === "open" && samePlace(found.place, now.place) && found.tabId === now.tabId) {
      if (found.answers === now.answers) return;
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
  ends.addEventListener("abort", () => {
    for (const event of events) event.removeListener(changed);
  });
  void look();
  return { page, look };
}

async function find(): Promise<Page> {
  if (!(await browser.permissions.contains({ origins: [DOCUMENTS] }))) return { is: "no permission" };
  const here = (await browser.windows.getCurrent()).id;
  const open = (await openDocuments()).sort(byNearness(here))[0];
  const place = open && placeOfUrl(open.url);
  if (!open || !place) return { is: "none" };
  const answer = await ask("pageState", undefined, open.id);
  return { is: "open", tabId: open.id, place, answers: answer.ok };
}

/** The document in front in this window, then the one looked at last, here or in another window. */
const byNearness = (here: number | undefined) => (a: OpenDocument, b: OpenDocument) =>
  Number(b.windowId === here) - Number(a.windowId === here) ||
  Number(b.active) - Number(a.active) ||
  b.lastAccessed - a.lastAccessed;
