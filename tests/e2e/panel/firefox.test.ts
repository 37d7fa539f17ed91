import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, test, vi } from "vitest";
import { BUILT } from "../extension";
import { findFirefox } from "../find-browsers";
import { Firefox } from "../firefox";
import { MEETING, readingOf } from "./panel-page";

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

const folder = join(import.meta.dirname, "../../..", BUILT.firefox);
const idOf = (manifest: string): string => JSON.parse(manifest).browser_specific_settings.gecko.id;

describe.skipIf(findFirefox() === undefined)("The panel in Firefox", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await Firefox.start({
      extension: { folder, id: idOf(readFileSync(join(folder, "manifest.json"), "utf8")) },
    });
  });
  afterAll(() => firefox?.stop());

  test("a document is kept, a suggestion is answered by key, and the answer is there in another window", async () => {
    const panel = await firefox.extensionPage("sidepanel.html");
    await panel.evaluate(
      (data) => chrome.runtime.sendMessage({ type: "documentRead", id: 1, timestamp: 1, data }),
      readingOf(MEETING, "kept-1"),
    );
    const answered = '.chip[data-code="SB1"][data-state="agreed"]';
    const show = async (page: typeof panel) => {
      await page.waitFor(() => document.querySelector(".kept button") !== null);
      await page.evaluate(() => document.querySelector<HTMLElement>(".kept button")?.click());
      await page.waitFor(() => document.querySelector(".line") !== null);
    };
    await show(panel);
    await panel.pressHere("n");
    await panel.pressHere("a");
    await panel.waitFor((css) => document.querySelector(css) !== null, answered);
    const other = await firefox.extensionPage("sidepanel.html");
    await show(other);
    await other.waitFor((css) => document.querySelector(css) !== null, answered);
  });
});
