import type { Place } from "./protocol";

/** Which document and tab an address of Google Docs shows; `undefined` where it is none. The first tab is named "". */
export function placeOfUrl(address: string): Place | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.protocol !== "https:" || url.hostname !== "docs.google.com") return undefined;
  const document = /^\/document\/(?:u\/\d+\/)?d\/([\w-]+)(?:\/|$)/.exec(url.pathname)?.[1];
  if (document === undefined) return undefined;
  const tab = url.searchParams.get("tab") ?? "";
  return { document, tab: tab === "t.0" ? "" : tab };
}

/** Whether two places are the same tab of the same document. */
export const samePlace = (a: Place, b: Place): boolean => a.document === b.document && a.tab === b.tab;
