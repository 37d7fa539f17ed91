import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BUILT, firefoxIdOf } from "../extension";
import { findFirefox } from "../find-browsers";
import { Firefox } from "../firefox";
import { drawnIn } from "../overlay/firefox-drawn";
import { MEETING } from "../panel/panel-page";

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
};

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

const folder = join(import.meta.dirname, "../../..", BUILT.firefox);
const lines = MEETING.lines
  .filter(({ kind }) => kind === "bullet")
  .map(({ text, kind }) => ({ text, kind, type: "minutes", heading: "", previous: "" }));

describe.skipIf(findFirefox() === undefined)("The second reader in Firefox", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await Firefox.start({ extension: { folder, id: firefoxIdOf(folder) as string } });
  });
  afterAll(() => firefox?.stop());

  test("lives in the event page: switched on, it reads the lines that it is given", async () => {
    const page = await firefox.extensionPage("options.html");
    await page.waitFor(() => document.querySelector("#second-reader-on") !== null);
    const ask = () =>
      page.evaluate(
        async (data) => {
          const message = { type: "readAgain", id: 1, timestamp: 1, data };
          const answer = (await chrome.runtime.sendMessage(message)) as {
            res: { value?: { reader: string }[][]; error?: { message: string } };
          };
          return answer.res.value?.map((tags) => tags.map(({ reader }) => reader)) ?? answer.res.error?.message;
        },
        { document: "doc-1", tab: "", lines, wish: "read" },
      );
    expect(await ask()).toContain("switched off");
    await page.evaluate(() => document.querySelector<HTMLElement>("#second-reader-on")?.click());
    await expect.poll(async () => [...new Set([(await ask()) ?? ""].flat(2))]).toEqual(["deep"]);
  });

  test("reads a typed line again, and the panel says so", async () => {
    const options = await firefox.extensionPage("options.html");
    await options.evaluate(() => chrome.storage.local.set({ secondReader: true }));
    const paragraphs = [{ kind: "para" as const, text: "Bus 6 runs ten minutes late" }];
    const page = await firefox.open({ title: "Grade 4 team", tabs: [{ id: "t.0", title: "Tab 1", paragraphs }] });
    const panel = await firefox.extensionPage("sidepanel.html");
    // A document behind another tab is not read.
    await page.activate();
    await page.press("Control+Home");
    await page.type("We sorted all the exit slips together and scored them with the rubric. ");
    await page.press("Enter");
    await expect.poll(async () => (await drawnIn(page)).marks.map(({ line }) => line)).toContain(0);
    await page.press("ArrowUp");
    await page.press("Alt+Shift+J");
    await expect.poll(async () => (await drawnIn(page)).card).toContain("second reader");
    await panel.activate();
    await panel.waitFor(() => document.body.innerText.includes("The second reader has read every finished line."));
    await panel.waitFor(() =>
      document.querySelector('.chip[data-code="SL3"]')?.textContent?.includes("Suggested by Plumbline's second reader"),
    );
  });
});
