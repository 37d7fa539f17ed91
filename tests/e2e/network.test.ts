import { expect, test } from "vitest";
import type { Options } from "../replica/options";
import { BUILT } from "./extension";
import { describeInChromium } from "./in-browser";
import { Drawn } from "./overlay/drawn";
import { meetingNotes } from "./overlay/meeting-notes";
import { PanelPage } from "./panel/panel-page";

describeInChromium("What the extension asks the network for", { extension: BUILT.chromium }, (browser) => {
  /** What pages and worker ask for from now on, but for what lies in the extension itself. */
  const watch = () => {
    const asked: string[] = [];
    browser().context.on("request", (request) => {
      const url = request.url();
      if (!/^(?:chrome-extension|blob|data):/.test(url)) asked.push(`${request.method()} ${url}`);
    });
    return asked;
  };

  test("the network is watched: what a page asks for is seen, and what the worker asks for too", async () => {
    const asked = watch();
    const page = await browser().extensionPage("options.html");
    await page.evaluate(() => fetch("https://example.test/page").catch(() => {}));
    await (await browser().worker()).evaluate('fetch("https://example.test/worker").catch(() => {})');
    await expect.poll(() => asked).toEqual(["GET https://example.test/page", "GET https://example.test/worker"]);
  });

  test.each<[string, Partial<Options>, boolean]>([
    ["nothing, where the editor gives its text", {}, false],
    ["nothing, where text comes from the editor and places from the canvas", { annotations: "absent" }, false],
    ["the open document's export alone, where the text comes from there", { text: "rejects" }, true],
  ])("is %s", async (_, options, exported) => {
    const asked = watch();
    const editor = await browser().open(meetingNotes(), options);
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.length > 10);
    await editor.call("select", { line: 8, at: 2 });
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card !== "");
    await editor.page.keyboard.press("a");
    await drawn.until(({ card }) => card.includes("You agreed"));
    const panel = await PanelPage.open(browser());
    await panel.lines.first().waitFor();
    await panel.press("n", "a", "m", "l", "u");

    const { pathname } = new URL(editor.page.url());
    const ofTheEditor = [
      `GET ${editor.page.url()}`,
      "GET https://docs.google.com/static/document/client/js/replica.js",
      `POST https://docs.google.com${pathname.replace(/edit$/, "save")}`,
    ];
    const own = asked.filter((one) => !ofTheEditor.includes(one));
    const ofTheExport = new RegExp(
      `^GET https://docs\\.google\\.com${pathname.replace(/edit$/, "export")}\\?format=txt&tab=t\\.0$`,
    );
    expect(own.filter((one) => !exported || !ofTheExport.test(one))).toEqual([]);
    expect(own.length > 0).toBe(exported);
    expect(asked).toContain(`GET ${editor.page.url()}`);
  });
});
