import { placeOfUrl } from "../../extension/place";
import { draftDecisions } from "../../extension/services/draft-decision";
import type { Chromium } from "../e2e/chromium";
import type { Editor } from "../e2e/editor";

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<{ res: { ok: boolean; error?: unknown } }> };
};

/** Has a person decide on so many lines, spread over the whole of an open document. */
export async function decideOn(browser: Chromium, editor: Editor, count: number): Promise<void> {
  const place = placeOfUrl(editor.page.url());
  if (!place) throw new Error("No document is open.");
  const lines = (await editor.call("lines")).map(({ text }) => ({ kind: "para" as const, text }));
  const written = lines.flatMap(({ text }, line) => (text.trim() ? [line] : []));
  const wishes = Array.from({ length: count }, (_, n) => {
    const line = written[Math.floor((n * written.length) / count)] ?? 0;
    return { line, indicator: "SB1", verdict: "add" as const };
  });
  const drafts = draftDecisions(place, { lines }, wishes);
  const page = await browser.extensionPage("options.html");
  const { res } = await page.evaluate(
    (data) => chrome.runtime.sendMessage({ type: "decide", id: 1, timestamp: 1, data }),
    drafts,
  );
  if (!res.ok) throw new Error(`The decisions were not kept: ${JSON.stringify(res)}`);
  await page.close();
  await editor.page.bringToFront();
}

/** A colleague writes a word at the very end. */
export async function colleagueWrites(editor: Editor): Promise<void> {
  const last = (await editor.page.evaluate(() => window.__replica.lines().length)) - 1;
  await editor.call("colleagueInserts", last, 0, "later ");
}
