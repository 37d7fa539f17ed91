import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { describeInChromium } from "./in-browser";
import { tinyExtension } from "./tiny-extension";

describeInChromium("Chromium with an extension", { extension: tinyExtension() }, (browser) => {
  const document = {
    title: "Notes",
    tabs: [{ id: "t.0", title: "Tab 1", paragraphs: [{ kind: "para" as const, text: "One line" }] }],
  };

  test("its content scripts run before the page's own script", async () => {
    const { page } = await browser().open(document);
    expect(await page.evaluate(() => window.document.documentElement.dataset.tiny)).toBe("loading");
    expect(await page.locator("rect[aria-label]").count()).toBe(1);
    expect(await page.evaluate(async () => (await window._docs_annotate_getAnnotatedText?.("tiny"))?.getText())).toBe(
      "\u0003One line\n\u0003\n",
    );
  });

  test("its pages and its worker are found by its id", async () => {
    const panel = await browser().extensionPage("panel.html");
    expect(await panel.title()).toBe("Panel");
    expect((await browser().worker()).url()).toBe(`chrome-extension://${browser().extensionId}/worker.js`);
  });
});

const { publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

describeInChromium(
  "Chromium with an extension of a key",
  { extension: tinyExtension(publicKey.toString("base64")) },
  (browser) => {
    test("finds it by the key", async () => {
      expect((await browser().worker()).url()).toBe(`chrome-extension://${browser().extensionId}/worker.js`);
    });
  },
);
