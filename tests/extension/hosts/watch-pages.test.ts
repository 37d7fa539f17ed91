import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findChromium } from "../../e2e/find-browsers";

const root = join(import.meta.dirname, "../../..");
const found = findChromium();

/** What the page counts: how often the watcher told of something, and the widths that it told of last. */
interface Told {
  readonly times: number;
  readonly width: string | null;
}

describe.skipIf(found === undefined)("what changes on the editor's pages, in Chromium with a clock of ours", () => {
  let browser: Browser;
  let page: Page;
  let script: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found as string, args: ["--no-sandbox", "--disable-gpu"] });
    const bundle = await build({
      entryPoints: [join(root, "extension/hosts/watch-pages.ts")],
      bundle: true,
      write: false,
      globalName: "watcher",
    });
    script = bundle.outputFiles[0]?.text ?? "";
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.newPage();
    await page.clock.install({ time: 0 });
    await page.setContent(
      '<div class="kix-appview-editor"><div class="kix-page-paginated"><svg><rect width="0"></rect></svg></div></div>',
    );
    await page.clock.pauseAt(1000);
    await page.addScriptTag({ content: script });
    await page.evaluate(() => {
      const { watchPages } = (globalThis as never as { watcher: typeof import("../../../extension/hosts/watch-pages") })
        .watcher;
      const told = { times: 0, width: null as string | null };
      const rect = document.querySelector("rect") as Element;
      Object.assign(globalThis, { told });
      const changed = () => {
        told.times += 1;
        told.width = rect.getAttribute("width");
      };
      watchPages(document, { changed, gone: () => {} }, new AbortController().signal);
    });
    await page.clock.runFor(1000);
  });
  afterEach(() => page.close());

  const told = () => page.evaluate(() => (globalThis as never as { told: Told }).told);
  /** Letters that come so many milliseconds apart; how often each was told of at once, and in all when the last had come. */
  const type = async (letters: number, apart: number) => {
    const before = (await told()).times;
    const atOnce: boolean[] = [];
    for (let n = 1; n <= letters; n++) {
      await page.evaluate((n) => document.querySelector("rect")?.setAttribute("width", String(n)), n);
      atOnce.push((await told()).width === String(n));
      await page.clock.runFor(apart);
    }
    return { atOnce, times: (await told()).times - before };
  };

  test("a hand's letters are told of at once, each of them, however many come", async () => {
    const { atOnce, times } = await type(20, 60);
    expect(atOnce).not.toContain(false);
    expect(times).toBe(20);
  });

  test("letters poured in frame after frame are told of at once for a while, and then together", async () => {
    const { atOnce, times } = await type(30, 16);
    expect(atOnce.indexOf(false)).toBe(4);
    expect(times).toBeLessThan(10);
    await page.clock.runFor(100);
    expect((await told()).width).toBe("30");
  });

  test("after a pause the next letter is told of at once again", async () => {
    await type(30, 16);
    await page.clock.runFor(200);
    expect((await type(3, 60)).atOnce).toEqual([true, true, true]);
  });

  test("lines that move while letters pour in do not wait", async () => {
    await type(10, 16);
    const painted = (news: string) =>
      page.evaluate((detail) => {
        document
          .querySelector(".kix-page-paginated")
          ?.dispatchEvent(new CustomEvent("plumbline:painted", { bubbles: true, detail }));
      }, news);
    const before = (await told()).times;
    await painted("a letter");
    expect((await told()).times).toBe(before);
    await painted("many lines ".repeat(300));
    expect((await told()).times).toBe(before + 1);
  });

  test("a page that comes while letters pour in does not wait", async () => {
    await type(10, 16);
    const before = (await told()).times;
    await page.evaluate(() => {
      const next = document.createElement("div");
      next.className = "kix-page-paginated";
      document.querySelector(".kix-appview-editor")?.append(next);
    });
    expect((await told()).times).toBe(before + 1);
    expect((await told()).width).toBe("10");
  });
});
