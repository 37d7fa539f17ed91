import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coveragePage } from "../../cli/outputs/html";
import { exampleCoverage } from "../cli/outputs/example-coverage";
import { exampleRubric } from "../cli/outputs/example-rubric";
import { hostileCoverage } from "../cli/outputs/hostile";
import { scratch } from "../cli/scratch";
import { findChromium } from "./find-browsers";

const found = findChromium();

describe.skipIf(found === undefined)("the coverage page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found as string, args: ["--no-sandbox", "--disable-gpu"] });
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opened from a file, as a person opens it. */
  async function open(coverage: Parameters<typeof coveragePage>[0]): Promise<Page> {
    const file = join(scratch(), "coverage.html");
    writeFileSync(file, coveragePage(coverage, exampleRubric));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  const shown = (page: Page) => page.locator("section.practice li:visible");
  const status = (page: Page, text: RegExp) => page.locator("#count", { hasText: text }).waitFor();

  test("words, a stance and a practice narrow the lines, and clearing brings all back", async () => {
    const page = await open(exampleCoverage());
    const all = await shown(page).count();
    expect(all).toBeGreaterThan(10);
    const word = "essential";
    await page.getByLabel("Words").fill(word.toUpperCase());
    await status(page, new RegExp(`^Showing \\d+ of ${all} lines`));
    const left = await shown(page).allTextContents();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all);
    for (const text of left) expect(text.toLowerCase()).toContain(word);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await status(page, new RegExp(`^${all} lines`));
    expect(await shown(page).count()).toBe(all);

    await page.getByLabel("Stance").selectOption("planned");
    await status(page, /^Showing/);
    expect(await shown(page).evaluateAll((lines) => lines.every((line) => line.dataset.s === "planned"))).toBe(true);
    await page.close();
  });

  test("a filter that nothing passes says so", async () => {
    const page = await open(exampleCoverage());
    await page.getByLabel("Words").fill("zzzzqqq");
    await status(page, /^Showing 0 of/);
    expect(await page.locator("#none").isVisible()).toBe(true);
    await page.close();
  });

  test("a cell of the map leads to its lines, by mouse and by keyboard", async () => {
    const page = await open(exampleCoverage());
    const cell = page.locator("#map a[data-i]").first();
    const practice = await cell.getAttribute("data-i");
    await cell.focus();
    await page.keyboard.press("Enter");
    await status(page, /^Showing/);
    const parts = page.locator("section.practice:visible");
    expect(await parts.count()).toBe(1);
    expect(await parts.locator("h4").getAttribute("id")).toBe(`i${practice}`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`i${practice}`);
    await page.close();
  });

  test("hostile texts are words, and run nothing", async () => {
    const page = await open(hostileCoverage);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByLabel("Words").fill("<img");
    await status(page, /^Showing/);
    expect(await page.locator("section.practice img").count()).toBe(0);
    expect(dialogs).toEqual([]);
    await page.close();
  });
});
