import type { LineInPlace } from "../../deep-reader/encoder-input";
import type { Chromium } from "../e2e/chromium";
import { longDocument } from "../replica/generate";

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

const LINES = 100;

/** Milliseconds from nothing to the second reader's first answer, and of each of some lines after it, sorted. */
export async function secondReaderTimes(
  browser: Chromium,
): Promise<{ readonly first: number; readonly lines: readonly number[] }> {
  const page = await browser.extensionPage("options.html");
  const paragraphs = longDocument(5).tabs.flatMap((tab) => tab.paragraphs);
  const lines = paragraphs
    .filter(({ text }) => text.length > 20)
    .slice(0, LINES + 1)
    .map(
      ({ text }, at, all): LineInPlace => ({
        ...{ text, kind: "bullet", type: "minutes", heading: "Exit tickets" },
        previous: all[at - 1]?.text ?? "",
      }),
    );
  const times = await page.evaluate(async (given) => {
    const message = { type: "rubricInForce", id: 1, timestamp: 1 };
    const { res } = (await chrome.runtime.sendMessage(message)) as { res: { value: object } };
    const began = performance.now();
    const worker = new Worker("/second-reader.js");
    const all: number[] = [];
    for (const line of given) {
      const from = all.length > 0 ? performance.now() : began;
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<{ is: string }>((resolve) => {
        port1.onmessage = ({ data }) => resolve(data);
      });
      worker.postMessage({ recipe: { id: "bench", learned: null, ...res.value }, lines: [line] }, [port2]);
      if ((await answer).is !== "read") throw new Error("The second reader could not read a line.");
      all.push(performance.now() - from);
    }
    worker.terminate();
    return all;
  }, lines);
  await page.close();
  const [first = Number.NaN, ...rest] = times;
  return { first, lines: rest.sort((a, b) => a - b) };
}
