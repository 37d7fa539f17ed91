import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findFirefox } from "./find-browsers";
import { Firefox } from "./firefox";
import { TINY_ID, tinyExtension } from "./tiny-extension";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

describe.skipIf(findFirefox() === undefined)("Firefox with an extension", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await Firefox.start({ extension: { folder: tinyExtension(), id: TINY_ID } });
  });
  afterAll(() => firefox?.stop());

  test("shows the replica, types into it and finds the extension's pages", async () => {
    const paragraphs = [{ kind: "para" as const, text: "One line" }];
    const page = await firefox.open({ title: "Notes", tabs: [{ id: "t.0", title: "Tab 1", paragraphs }] });
    expect(await page.evaluate(() => document.documentElement.dataset.tiny)).toBe("loading");
    expect(await page.evaluate(() => document.querySelectorAll("rect[aria-label]").length)).toBe(1);
    const edges = await page.evaluate(() => {
      const rect = document.querySelector("rect[aria-label]")?.getBoundingClientRect();
      const [box] = window.__replica.truth(0, 0, 8);
      return [(rect?.left ?? 0) - (box?.left ?? 1e9), (rect?.right ?? 0) - (box?.right ?? 1e9)].map(Math.abs);
    });
    expect(Math.max(...edges)).toBeLessThan(0.5);
    await page.type("Hello. ");
    await page.press("Enter");
    expect(await page.evaluate(() => window.__replica.lines().map(({ text }) => text))).toEqual([
      "Hello. ",
      "One line",
    ]);
    expect((await page.screenshot()).subarray(1, 4).toString()).toBe("PNG");
    const panel = await firefox.extensionPage("panel.html");
    expect(await panel.evaluate(() => document.title)).toBe("Panel");
  });
});
