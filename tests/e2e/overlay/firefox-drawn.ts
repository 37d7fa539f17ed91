import type { FirefoxPage } from "../firefox-page";
import type { DrawnMark } from "./drawn";

/** What is drawn over a page. */
export interface DrawnInFirefox {
  readonly marks: readonly DrawnMark[];
  /** Words of the card; empty where none is open. */
  readonly card: string;
}

/** Reads one shadow root of the extension, as `Drawn` does in Chromium. Runs in the page. */
const read = (root: ShadowRoot): DrawnInFirefox => ({
  marks: [...root.querySelectorAll("i[data-plumbline-code]")].map((mark) => {
    const { left, top, right, bottom } = mark.getBoundingClientRect();
    const code = mark.getAttribute("data-plumbline-code") ?? "";
    const stance = mark.getAttribute("data-stance") ?? "";
    const line = Number(mark.getAttribute("data-plumbline-line"));
    return { code, line, stance, lit: mark.hasAttribute("data-lit"), left, top, right, bottom };
  }),
  card: root.querySelector<HTMLElement>(".card")?.innerText ?? "",
});

/** Sees what the extension has drawn over a page, as a person would. */
export async function drawnIn(page: FirefoxPage): Promise<DrawnInFirefox> {
  const roots = await page.shadowRoots("[data-plumbline]", read);
  return { marks: roots.flatMap(({ marks }) => marks), card: roots.map(({ card }) => card).find(Boolean) ?? "" };
}
