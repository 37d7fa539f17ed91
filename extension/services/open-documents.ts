import { browser } from "wxt/browser";

/** A browser tab that shows a document of Google Docs. */
export interface OpenDocument {
  readonly id: number;
  readonly url: string;
  readonly active: boolean;
  readonly windowId: number;
  /** Milliseconds since 1970; 0 where the browser does not tell. */
  readonly lastAccessed: number;
}

/** The pages that the extension may read. */
export const DOCUMENTS = "https://docs.google.com/document/*";

/** Every open tab with a document; empty where the browser has not given permission. */
export async function openDocuments(): Promise<OpenDocument[]> {
  const tabs = await browser.tabs.query({ url: DOCUMENTS });
  return tabs.flatMap(({ id, url, active, windowId, lastAccessed }) =>
    id === undefined || url === undefined
      ? []
      : [{ id, url, active, windowId: windowId ?? -1, lastAccessed: lastAccessed ?? 0 }],
  );
}
