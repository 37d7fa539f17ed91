import { dateFromName } from "../../core/notes/date-from-name";
import { headOf } from "../../core/notes/head";
import type { Notes } from "../../core/notes/notes";
import type { DocsDocument, DocsTab } from "./docs-json";
import { linesOfTab } from "./tab-reader";

/** The notes in one tab of a document. */
export interface TabNotes {
  /** Id of the tab; empty for the one that the document was made with, as in a decision. */
  readonly tab: string;
  /** Id of the tab as links need it. */
  readonly tabId: string;
  readonly notes: Notes;
  /** For each line the id of the heading that a link can lead to. */
  readonly headingIds: readonly (string | undefined)[];
}

/** What Google calls the tab that a document is made with, wherever people move it. The extension's `place.ts` reads it alike. */
const MADE_WITH = "t.0";

/** Reads every tab that holds text, child tabs after their parent. A document of one tab is called by the document's name. */
export function notesOfDocument(document: DocsDocument): TabNotes[] {
  const tabs = flat(document.tabs ?? []);
  const name = document.title ?? "";
  const read = tabs.map((tab) => {
    const { lines, headingIds, marked } = linesOfTab(tab.documentTab ?? {});
    const tabName = tab.tabProperties?.title ?? "";
    // The name of a document of several tabs says when it was begun, not when each meeting was.
    const own = tabs.length > 1 ? tabName : name;
    const head = headOf(lines, own, marked);
    const title = tabs.length > 1 ? [name, tabName].filter(Boolean).join(" – ") : head.title;
    const date = head.date ?? dateFromName(own);
    const tabId = tab.tabProperties?.tabId ?? "";
    const notes: Notes = { ...(title ? { title } : {}), ...(date === undefined ? {} : { date }), lines };
    return { tab: tabId === MADE_WITH ? "" : tabId, tabId, notes, headingIds };
  });
  return read.filter(({ notes }) => notes.lines.some(({ text }) => text));
}

function flat(tabs: readonly DocsTab[]): DocsTab[] {
  return tabs.flatMap((tab) => [tab, ...flat(tab.childTabs ?? [])]);
}

/** The address of a place in a document: at a heading where one is near, else at the tab. */
export function linkTo(documentId: string, tabId: string, headingId: string | undefined): string {
  const base = `https://docs.google.com/document/d/${encodeURIComponent(documentId)}/edit`;
  const tab = tabId ? `?tab=${encodeURIComponent(tabId)}` : "";
  return `${base}${tab}${headingId ? `#heading=${encodeURIComponent(headingId)}` : ""}`;
}
