import { afterAll, beforeAll, describe, test, vi } from "vitest";
import { BUILT, firefoxIdOf } from "../extension";
import { findFirefox } from "../find-browsers";
import { Firefox } from "../firefox";
import type { FirefoxPage } from "../firefox-page";
import { AGENDA, MEETING, readingOf } from "./panel-page";

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** Shows the document that is kept, as a click on its name does. */
async function show(panel: FirefoxPage): Promise<void> {
  await panel.waitFor(() => document.querySelector(".kept button") !== null);
  await panel.evaluate(() => document.querySelector<HTMLElement>(".kept button")?.click());
  await panel.waitFor(() => document.querySelector(".line") !== null);
}

describe.skipIf(findFirefox() === undefined)("The panel in Firefox", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    const id = firefoxIdOf(BUILT.firefox) as string;
    firefox = await Firefox.start({ extension: { folder: BUILT.firefox, id } });
  });
  afterAll(() => firefox?.stop());

  test("a document is kept, a suggestion is answered by key, and the answer is there in another window", async () => {
    const panel = await firefox.extensionPage("sidepanel.html");
    await panel.evaluate(
      (data) => chrome.runtime.sendMessage({ type: "documentRead", id: 1, timestamp: 1, data }),
      readingOf(MEETING, "kept-1"),
    );
    const answered = '.chip[data-code="SB1"][data-state="agreed"]';
    await show(panel);
    await panel.pressHere("n");
    await panel.pressHere("a");
    await panel.waitFor((css) => document.querySelector(css) !== null, answered);
    const other = await firefox.extensionPage("sidepanel.html");
    await show(other);
    await other.waitFor((css) => document.querySelector(css) !== null, answered);
  });

  test("what is kept is not cleared away when the disk runs full", async () => {
    const panel = await firefox.extensionPage("sidepanel.html");
    await panel.waitFor(async () => navigator.storage.persisted());
  });

  test("an agenda is checked: where the time goes, what might be added, and what each item promises", async () => {
    const panel = await firefox.extensionPage("sidepanel.html");
    await panel.evaluate(
      (data) => chrome.runtime.sendMessage({ type: "documentRead", id: 2, timestamp: 2, data }),
      readingOf(AGENDA, "kept-2", { type: "agenda" }),
    );
    await show(panel);
    await panel.pressHere("g");
    await panel.waitFor((said) => document.body.innerText.includes(said), "Nothing closes");
    await panel.waitFor((said) => document.body.innerText.includes(said), "Where the time goes");
    await panel.waitFor((said) => document.body.innerText.includes(said), "Items and what they promise");
  });
});
