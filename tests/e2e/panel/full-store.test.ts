import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { documentFromNotes } from "../../replica/document";
import type { Chromium } from "../chromium";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { forgetAll, MEETING, PanelPage, readingOf } from "./panel-page";

/** Fills the disk, as far as the extension is told, and makes room again. */
async function disk(browser: Chromium, panel: PanelPage): Promise<{ full(): Promise<void>; free(): Promise<void> }> {
  const session = await browser.context.newCDPSession(panel.page);
  const origin = `chrome-extension://${browser.extensionId}`;
  return {
    full: async () => {
      await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
      // For half a minute the browser goes on with the room that it last saw.
      const other = (title: string) => panel.hand(readingOf({ title, lines: [] }, "other"));
      await expect.poll(() => other(`At ${Date.now()}`), { interval: 1000, timeout: 60_000 }).toBe(false);
    },
    free: async () => {
      await session.send("Storage.overrideQuotaForOrigin", { origin });
    },
  };
}

/**
 * The extension without the right to more room than a page has: with it, only a disk that is really full would refuse it anything. The second
 * reader's large files are left out.
 */
function withoutUnlimitedStorage(): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-quota-"));
  cpSync(BUILT.chromium, folder, { recursive: true, filter: (path) => !path.endsWith("/second-reader") });
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { permissions: string[] };
  manifest.permissions = manifest.permissions.filter((name) => name !== "unlimitedStorage");
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

const extension = withoutUnlimitedStorage();
afterAll(() => rmSync(extension, { recursive: true }));

describeInChromium("The panel where there is no room", { extension }, (browser) => {
  test("says so of a document that was never kept, and has it as soon as there is room", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser());
    const { full, free } = await disk(browser(), panel);
    await full();
    await browser().open(documentFromNotes(MEETING));
    await panel.page.bringToFront();
    await panel.page.getByRole("alert").filter({ hasText: "There is no room left on this computer" }).waitFor();
    expect(await panel.axe()).toEqual([]);
    await free();
    await panel.line("our norms").waitFor();
    await panel.page.locator(".way").filter({ hasText: "Reading along" }).waitFor();
  });

  test("does not pass old lines off as new ones, and what was written and decided meanwhile is kept once there is room", async () => {
    const { panel, editor } = await PanelPage.beside(browser());
    const { full, free } = await disk(browser(), panel);
    await full();
    await editor.page.bringToFront();
    await editor.press("Control+End");
    await editor.press("Enter");
    await editor.type("We agreed to visit each other next week");
    await panel.page.bringToFront();
    const notice = panel.page.getByRole("alert").filter({ hasText: "There is no room left on this computer" });
    await notice.waitFor();
    expect(await panel.page.locator(".way").textContent()).toContain("as it was last kept");
    expect(await panel.line("visit each other").count()).toBe(0);
    await panel.press("n", "a");
    await notice.getByText("they wait here").waitFor();
    expect(await panel.axe()).toEqual([]);
    expect(await panel.decisions()).toEqual([]);

    await panel.page.reload();
    await notice.getByText("they wait here").waitFor();
    await panel.chip("SB1", "agreed").waitFor();
    await free();
    await panel.line("visit each other").waitFor();
    await expect.poll(() => panel.decisions()).toMatchObject([{ verdict: "accept", indicator: "SB1" }]);
    await notice.waitFor({ state: "detached" });
    await panel.page.locator(".way").filter({ hasText: "Reading along" }).waitFor();
  });

  test("has the open document again after everything was deleted, without a letter being typed", async () => {
    const { panel } = await PanelPage.beside(browser());
    const page = await browser().extensionPage("options.html");
    await page.getByRole("button", { name: "Delete everything…" }).click();
    const deletedAt = Date.now();
    await page.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click();
    await page.getByText(/Everything is deleted/).waitFor();
    await panel.page.bringToFront();
    const readAt = async () => (await panel.rows<{ readAt: number }>("documents")).map((row) => row.readAt);
    await expect.poll(readAt).toEqual([expect.any(Number)]);
    expect(Math.max(...(await readAt()))).toBeGreaterThan(deletedAt);
    await panel.line("our norms").waitFor();
  });
});
