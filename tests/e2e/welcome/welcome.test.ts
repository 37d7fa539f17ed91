import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeOn } from "../axe";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { forgetAll, PanelPage } from "../panel/panel-page";

describeInChromium("The first-run page", { extension: BUILT.chromium }, (browser) => {
  const open = async (): Promise<Page> => {
    const page = await browser().extensionPage("welcome.html");
    await page.locator(".line").first().waitFor();
    return page;
  };
  /** Which of the four things to try are ticked off, in their order. */
  const ticked = (page: Page) =>
    page.locator(".steps li").evaluateAll((steps) => steps.map((step) => step.getAttribute("data-done") === "true"));
  const done = (page: Page) => page.getByText("That is all there is to it.");

  test("leads through four steps as it says them, ticks each off when it was taken, and says when that was all", async () => {
    const page = await open();
    expect(await ticked(page)).toEqual([false, false, false, false]);
    await page.keyboard.press("n");
    await expect.poll(() => ticked(page)).toEqual([true, false, false, false]);
    expect(await page.locator('.chip[aria-pressed="true"]').count()).toBe(1);

    await page.keyboard.press("a");
    await expect.poll(() => ticked(page)).toEqual([true, true, false, false]);
    expect(await page.locator('.chip[data-state="agreed"]').count()).toBe(1);

    await page.keyboard.press("m");
    await expect.poll(() => ticked(page)).toEqual([true, true, true, false]);
    expect(await page.locator(".cell").count()).toBe(28);
    await page.locator('[data-cell="SB1"]').click();
    await page.getByRole("region", { name: "Lines of SB1" }).getByText("Went through our norms").waitFor();
    await page.keyboard.press("l");
    await page.locator(".line").first().waitFor();

    expect(await done(page).count()).toBe(0);
    const words = (await page.locator(".steps li").last().innerText()).match(/“(.+)”/)?.[1] ?? "";
    await page.getByLabel("A line of your own").fill(words);
    await expect.poll(() => ticked(page)).toEqual([true, true, true, true]);
    await done(page).waitFor();
    await page.locator(".line", { hasText: words }).locator(".chip").first().waitFor();
    expect(await axeOn(page)).toEqual([]);
  });

  test("“not here” is as good an answer as any, and the steps can be taken in any order", async () => {
    const page = await open();
    await page.getByLabel("A line of your own").fill("Bus duty");
    await expect.poll(() => ticked(page)).toEqual([false, false, false, true]);
    await page.getByLabel("A line of your own").fill("");
    expect(await ticked(page)).toEqual([false, false, false, true]);
    await page.getByLabel("A line of your own").blur();
    // Quicker than any frame, as on a slow machine.
    await page.evaluate(() => {
      for (const key of ["m", "l", "n", "r"])
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    });
    await done(page).waitFor();
    expect(await page.locator('.chip[data-state="rejected"]').count()).toBe(1);
  });

  test("keeps nothing of what was tried", async () => {
    await forgetAll(browser());
    const page = await open();
    await page.keyboard.press("n");
    await page.keyboard.press("a");
    await page.getByLabel("A line of your own").fill("We agreed to visit each other's classes next week");
    await expect.poll(() => ticked(page)).toEqual([true, true, false, true]);
    const panel = new PanelPage(page);
    for (const table of ["documents", "lines", "decisions", "outbox"] as const)
      expect(await panel.rows(table)).toEqual([]);
    await page.reload();
    await page.locator(".line").first().waitFor();
    expect(await ticked(page)).toEqual([false, false, false, false]);
    expect(await page.locator('.chip[data-state="agreed"]').count()).toBe(0);
  });
});
