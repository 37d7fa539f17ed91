import { expect, test } from "vitest";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { AGENDA, forgetAll, MEETING, PanelPage, readingOf } from "./panel-page";

/** What the page may reach of the extension's interface. */
declare const chrome: { readonly storage: { readonly local: { set(values: object): Promise<void> } } };

describeInChromium("The agenda check in the panel", { extension: BUILT.chromium }, (browser) => {
  async function checked(): Promise<Awaited<ReturnType<typeof PanelPage.beside>>> {
    const both = await PanelPage.beside(browser(), AGENDA);
    await both.panel.press("g");
    await both.panel.page.getByRole("heading", { name: "Where the time goes" }).waitFor();
    return both;
  }

  test("one key copies an item", async () => {
    await browser().context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { panel } = await checked();
    const closing = panel.page.locator(".findings li").filter({ hasText: "Nothing closes" });
    const key = (await closing.locator(".key").textContent()) ?? "";
    expect(key).toMatch(/^[1-9]$/);
    await panel.press(key);
    await expect.poll(() => panel.said.textContent()).toContain("Copied “Next steps: who does what by when");
    expect(await panel.page.evaluate(() => navigator.clipboard.readText())).toBe(
      "Next steps: who does what by when (3 min)",
    );
  });

  test("where letters alone are no keys, the digit is pressed together with Alt", async () => {
    await browser().context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { panel } = await PanelPage.beside(browser(), AGENDA);
    await panel.page.evaluate(() => chrome.storage.local.set({ letterKeys: false }));
    await expect.poll(() => panel.page.locator('[data-action="marks"] .key').textContent()).toBe("Alt h");
    await panel.press("Alt+g");
    const closing = panel.page.locator(".findings li").filter({ hasText: "Nothing closes" });
    const key = (await closing.locator(".key").textContent()) ?? "";
    expect(key).toMatch(/^Alt [1-9]$/);
    await panel.press(key.replace(" ", "+"));
    await expect.poll(() => panel.said.textContent()).toContain("Copied “Next steps");
  });

  test("what is typed is checked again, and a thought that was taken up goes", async () => {
    const { panel, editor } = await checked();
    const closing = panel.page.locator(".findings li").filter({ hasText: "Nothing closes" });
    await closing.waitFor();
    await editor.page.bringToFront();
    await editor.call("select", { line: 3, at: AGENDA.lines[3]?.text.length ?? 0 });
    await editor.press("Enter");
    await editor.type("Next steps: who does what by when (3 min)");
    await panel.page.bringToFront();
    await closing.waitFor({ state: "detached" });
    await panel.page.locator(".items").getByText("Next steps: who does what by when").waitFor();
  });

  test("what the team's notes on this computer have not shown for long is named", async () => {
    const { panel } = await checked();
    const neglected = panel.page.locator(".findings li").filter({ hasText: "Not seen for a while" });
    expect(await neglected.count()).toBe(0);
    for (const day of ["2025-10-01", "2025-10-15", "2025-11-05", "2025-11-19", "2025-11-26", "2025-12-01"])
      await panel.keep(readingOf({ ...MEETING, date: day }, `earlier-${day}`, { type: "minutes" }));
    await neglected.first().waitFor();
    expect(await neglected.first().textContent()).toContain("in your last 6 meetings");
  });

  test.each([
    ["light, 320 px", { width: 320, height: 640 }, "light"],
    ["dark, 320 px", { width: 320, height: 640 }, "dark"],
    // 200 % zoom of a panel 360 px wide leaves 180 CSS px.
    ["light, at 200 % zoom", { width: 180, height: 400 }, "light"],
  ] as const)("axe finds nothing and nothing is cut off: %s", async (_, viewport, colorScheme) => {
    await forgetAll(browser());
    const { panel } = await checked();
    await panel.page.setViewportSize(viewport);
    await panel.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await panel.axe()).toEqual([]);
    expect(await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
