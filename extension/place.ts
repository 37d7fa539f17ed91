import type { Place } from "./protocol";

/** Which document and tab an address of Google Docs shows; `undefined` where it is none. The first tab is named "". */
export function placeOfUrl(address: string): Place | undefined {
  const [, document, tab = ""] = PLACE.exec(address) ?? [];
  return document === undefined ? undefined : { document, tab: tab === "t.0" ? "" : tab };
}

const PLACE =
  /^https:\/\/docs\.google\.com\/document\/(?:u\/\d+\/)?d\/([\w-]+)(?![^/?#])(?:[^?#]*\?(?:[^#]*?&)?tab=([^&#]*))?/;

/** Whether two places are the same tab of the same document. */
export const samePlace = (a: Place, b: Place): boolean => a.document === b.document && a.tab === b.tab;
