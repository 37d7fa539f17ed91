import { expect } from "vitest";
import type { ReadingWay } from "../../../extension/protocol";
import type { Chromium } from "../chromium";
import type { Editor } from "../editor";

/** How the page's script says that it reads the page; `undefined` where it does not answer. */
export async function wayOf(browser: Chromium, editor: Editor): Promise<ReadingWay | undefined> {
  const worker = await browser.worker();
  const url = editor.page.url().split("?")[0];
  return worker.evaluate<ReadingWay | undefined>(`(async () => {
    const tabs = await chrome.tabs.query({ url: "https://docs.google.com/document/*" });
    const tab = tabs.find((one) => one.url.startsWith(${JSON.stringify(url)}));
    const answer = await chrome.tabs.sendMessage(tab.id, { id: 1, type: "pageState", timestamp: 0 });
    return answer.res.value?.way;
  })()`);
}

/** Resolves once the page is read in such a way. */
export const wayToCome = (browser: Chromium, editor: Editor, way: Partial<ReadingWay>): Promise<void> =>
  expect.poll(() => wayOf(browser, editor), { timeout: 45_000, interval: 250 }).toMatchObject(way);
