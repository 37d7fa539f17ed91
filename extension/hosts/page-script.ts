import { offerAnnotatedText } from "./page/annotated-text";
import { pristine } from "./page/pristine";
import { watchCanvases } from "./page/watch-canvases";

/** The extension's id, as the key in the manifest fixes it. The editor gives its text to extensions that name themselves. */
export const EXTENSION_ID = "cabejnjmdkolbbamlidbkpobnijkiiob";

/** What runs among the page's own scripts, before them: gives the text of the document and tells what is painted. */
export function runInPage(page: Window & typeof globalThis): void {
  const own = pristine(page);
  offerAnnotatedText(page, EXTENSION_ID, own);
  watchCanvases(page, own);
}
