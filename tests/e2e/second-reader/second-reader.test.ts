import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Chromium } from "../chromium";
import type { Editor } from "../editor";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn } from "../overlay/drawn";
import { axeOn, MEETING, PanelPage } from "../panel/panel-page";

declare const chrome: {
  readonly offscreen: { closeDocument(): Promise<void>; hasDocument(): Promise<boolean> };
  readonly runtime?: { readonly sendMessage?: unknown };
};

const DONE = "The second reader has read every finished line.";
const TYPED = "We sorted all the exit slips together and scored them with the rubric";
/** Without headings and blank lines; the replica hands headings over as lines of their own. */
const TEXTS = MEETING.lines.map(({ text }) => text);

/** Switches the second reader on, as a person does. */
async function switchOn(browser: Chromium): Promise<void> {
  const options = await browser.extensionPage("options.html");
  await options.getByLabel("Read each finished line a second time").check();
  await options.close();
}

async function typeLine(editor: Editor, text: string): Promise<void> {
  await editor.page.bringToFront();
  await editor.call("select", { line: TEXTS.length - 1, at: (TEXTS.at(-1) as string).length });
  await editor.press("Enter");
  await editor.type(text);
}

const secondOf = (panel: PanelPage) => panel.page.locator(".second");
const done = (panel: PanelPage) => secondOf(panel).getByText(DONE).waitFor({ timeout: 90_000 });
const readersOf = async (panel: PanelPage) => {
  const lines = await panel.rows<{ document: string; text: string; tags: { reader: string }[] }>("lines");
  const here = lines.filter(({ document, tags }) => document === panel.document && tags.length > 0);
  return [...new Set(here.flatMap(({ tags }) => tags.map(({ reader }) => reader)))];
};
const stopWorker = async (page: PanelPage["page"]) => {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("ServiceWorker.enable");
  await devTools.send("ServiceWorker.stopAllWorkers");
};

describeInChromium("The second reader", { extension: BUILT.chromium }, (browser) => {
  test("is off until it is switched on; then a line that is typed is read again, and panel and card say who read it", async () => {
    const { panel, editor } = await PanelPage.beside(browser());
    expect([await secondOf(panel).count(), await readersOf(panel)]).toEqual([0, ["compact"]]);
    await switchOn(browser());
    await done(panel);
    expect(await readersOf(panel)).toEqual(["deep"]);
    await typeLine(editor, TYPED);
    await panel.line(TYPED).locator('.chip[data-code="SL3"]').waitFor();
    // The cursor rests in the line: then it is finished.
    const chip = panel.line(TYPED).locator('.chip[data-code="SL3"]').filter({ hasText: "second reader" });
    await chip.waitFor({ timeout: 60_000 });
    await chip.click();
    await panel.page.locator(".card").getByText("Suggested by Plumbline's second reader").waitFor();
    await done(panel);
    expect(await axeOn(panel.page)).toEqual([]);

    await editor.page.bringToFront();
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.some(({ line, code }) => line === TEXTS.length && code === "SL3"));
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card.includes("Suggested by Plumbline's second reader"));
  });

  test("does not read again what it has read, is stopped by its switch, and starts where it was", async () => {
    const { panel, editor } = await PanelPage.beside(browser());
    await switchOn(browser());
    await done(panel);
    const worker = await browser().worker();
    const running = () => worker.evaluate(() => chrome.offscreen.hasDocument());
    expect(await running()).toBe(true);
    await worker.evaluate(() => chrome.offscreen.closeDocument());
    await editor.page.reload();
    await editor.settled();
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.length > 3);
    await panel.page.bringToFront();
    await done(panel);
    expect(await running()).toBe(false);
    const options = await browser().extensionPage("options.html");
    await options.getByLabel("Read each finished line a second time").uncheck();
    await secondOf(panel).waitFor({ state: "detached" });
    await expect.poll(() => readersOf(panel)).toEqual(["compact"]);
    await options.getByLabel("Read each finished line a second time").check();
    await done(panel);
    expect(await running()).toBe(false);
  });

  test("loses no line, whatever is stopped while it is at work, and keeps one answer for each", async () => {
    const { panel } = await PanelPage.beside(browser(), {
      title: "A long meeting",
      lines: Array.from({ length: 40 }, (_, n) => ({
        kind: "bullet",
        text: `Sorted exit slips of class ${n} together`,
      })),
    });
    await switchOn(browser());
    const readings = async () => (await panel.rows("readings")).length;
    await expect.poll(readings, { timeout: 60_000 }).toBeGreaterThan(0);
    await stopWorker(panel.page);
    for (const read of [6, 14, 22]) {
      await expect.poll(readings, { timeout: 60_000, interval: 20 }).toBeGreaterThan(read);
      await (await browser().worker()).evaluate(() => chrome.offscreen.closeDocument());
    }
    await done(panel);
    expect(await readings()).toBe(40);
    expect(await readersOf(panel)).toEqual(["deep"]);
  });

  test("cannot be reached by a page, nor can its files", async () => {
    const { panel, editor } = await PanelPage.beside(browser());
    await switchOn(browser());
    await done(panel);
    const before = await panel.rows("readings");
    const reached = await editor.page.evaluate(async (id) => {
      const request = { document: "x", tab: "", wish: "read", forget: 1e15, lines: [] };
      for (const message of [{ type: "readAgain", id: 1, timestamp: 1, data: request }, request])
        window.postMessage(message, "*");
      const own = `chrome-extension://${id}/`;
      const files = ["second-reader/encoder.onnx", "second-reader.js", "offscreen.html"];
      const got = await Promise.all(
        files.map((file) =>
          fetch(own + file).then(
            () => file,
            () => "",
          ),
        ),
      );
      return {
        got: got.filter(Boolean),
        asks: typeof (window as { chrome?: typeof chrome }).chrome?.runtime?.sendMessage,
      };
    }, browser().extensionId);
    expect(reached).toEqual({ got: [], asks: "undefined" });
    expect(await panel.rows("readings")).toEqual(before);
  });
});

describeInChromium("A second reader that is not whole", { extension: BUILT.chromium }, () => {
  test("is named in plain words, and the compact reader goes on", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-not-whole-"));
    cpSync(BUILT.chromium, folder, { recursive: true, filter: (path) => !path.endsWith("encoder.onnx") });
    const browser = await Chromium.start({ extension: folder });
    try {
      const { panel, editor } = await PanelPage.beside(browser);
      await switchOn(browser);
      await secondOf(panel).getByText("Install Plumbline again").waitFor({ timeout: 60_000 });
      await typeLine(editor, TYPED);
      await panel.line(TYPED).locator('.chip[data-code="SL3"]').waitFor();
      expect(await readersOf(panel)).toEqual(["compact"]);
    } finally {
      await browser.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describeInChromium("What the second reader asks of the network", { extension: BUILT.chromium }, () => {
  test("is nothing: the browser's own log of every request names the extension only where the test made it ask", async () => {
    const log = join(mkdtempSync(join(tmpdir(), "plumbline-net-log-")), "log.json");
    const browser = await Chromium.start({ extension: BUILT.chromium, args: [`--log-net-log=${log}`] });
    const { panel } = await PanelPage.beside(browser);
    await switchOn(browser);
    await done(panel);
    // Shows that the log would tell.
    await (await browser.worker()).evaluate(() => fetch("https://control.invalid/").catch(() => {}));
    await browser.stop();
    const asked = readFileSync(log, "utf8")
      .split("\n")
      .filter((row) => row.includes(`"initiator":"chrome-extension://${browser.extensionId}"`))
      .map((row) => /"url":"([^"]*)"/.exec(row)?.[1]);
    expect([...new Set(asked)]).toEqual(["https://control.invalid/"]);
  });
});
