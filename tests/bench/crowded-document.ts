import { anchorOf } from "../../core/index";
import { placeOfUrl } from "../../extension/place";
import type { DecisionDraft } from "../../extension/protocol";
import type { Chromium } from "../e2e/chromium";
import type { Editor } from "../e2e/editor";

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<{ res: { ok: boolean } }> } };

/** Has a person decide on so many lines, spread over the whole of an open document. */
export async function decideOn(browser: Chromium, editor: Editor, count: number): Promise<void> {
  const place = placeOfUrl(editor.page.url());
  const texts = (await editor.call("lines")).map(({ text }) => text);
  const written = texts.flatMap((text, line) => (text.trim() ? [line] : []));
  const drafts = Array.from({ length: count }, (_, n): DecisionDraft => {
    const line = written[Math.floor((n * written.length) / count)] ?? 0;
    const anchor = anchorOf(texts, line);
    if (!place || !anchor) throw new Error("The open document has no line to decide on.");
    return {
      ...{ ...place, ...anchor, line, id: `bench-${n}`, meeting: "", indicator: "SB1" },
      ...{ verdict: "add", stance: "evidenced", note: "", reader: "" },
    };
  });
  const page = await browser.extensionPage("options.html");
  const { res } = await page.evaluate(
    (data) => chrome.runtime.sendMessage({ type: "decide", id: 1, timestamp: 1, data }),
    drafts,
  );
  if (!res.ok) throw new Error("The decisions were not kept.");
  await page.close();
  await editor.page.bringToFront();
}

/** A colleague writes a word at the very end. */
export async function colleagueWrites(editor: Editor): Promise<void> {
  const last = (await editor.page.evaluate(() => window.__replica.lines().length)) - 1;
  await editor.call("colleagueInserts", last, 0, "later ");
}
