import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeInChromium } from "./in-browser";

/** An extension that does nothing but name itself to the page and leave a trace. */
function tinyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-tiny-"));
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const script = (file: string, world: string) => ({
    matches: ["https://docs.google.com/document/*"],
    js: [file],
    run_at: "document_start",
    world,
  });
  write(
    "manifest.json",
    JSON.stringify({
      manifest_version: 3,
      name: "tiny",
      version: "1",
      background: { service_worker: "worker.js" },
      content_scripts: [script("main.js", "MAIN"), script("content.js", "ISOLATED")],
    }),
  );
  write("main.js", 'window._docs_annotate_canvas_by_ext = "tiny";');
  write("content.js", "document.documentElement.dataset.tiny = document.readyState;");
  write("worker.js", 'self.addEventListener("install", () => {});');
  write("panel.html", "<!doctype html><title>Panel</title>");
  return folder;
}

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
