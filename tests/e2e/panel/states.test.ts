import { expect, test } from "vitest";
import { placeOfUrl } from "../../../extension/place";
import { documentFromNotes } from "../../replica/document";
import type { Chromium } from "../chromium";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { forgetAll, MEETING, PanelPage, readingOf } from "./panel-page";

/** Reached on the browser's own page of extensions only. */
declare const chrome: {
  readonly developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
  };
};

/** Withholds or gives, as a person does on the browser's page of extensions, leave to read the pages that the manifest names. */
async function siteAccess(browser: Chromium, hostAccess: "ON_CLICK" | "ON_ALL_SITES"): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate((change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
    extensionId: browser.extensionId,
    hostAccess,
  });
  await page.close();
}

describeInChromium("The panel where it cannot read yet", { extension: BUILT.chromium }, (browser) => {
  test("asks for leave, then for a page to be loaded again, and then reads along", async () => {
    await forgetAll(browser());
    await siteAccess(browser(), "ON_CLICK");
    const editor = await browser().open(documentFromNotes(MEETING));
    const panel = await PanelPage.open(browser());
    await panel.page.setViewportSize({ width: 320, height: 640 });
    await panel.page.getByRole("heading", { name: "Plumbline may not read Google Docs yet" }).waitFor();
    await panel.page.getByRole("button", { name: "Allow on Google Docs" }).waitFor();
    const findings = await panel.axe();

    await siteAccess(browser(), "ON_ALL_SITES");
    await panel.page.getByRole("heading", { name: "This document was open before Plumbline was" }).waitFor();
    findings.push(...(await panel.axe()));

    // Where it was read before, as ahead of an update, its lines are there; that it must be loaded again is still said.
    await panel.keep(readingOf(MEETING, placeOfUrl(editor.page.url())?.document ?? ""));
    await panel.line("our norms").waitFor();
    expect(await panel.page.locator(".way").textContent()).toContain("does not reach this document");
    expect(await panel.page.getByRole("button", { name: "Back to the open document" }).count()).toBe(0);
    findings.push(...(await panel.axe()));
    expect(findings).toEqual([]);
    const loaded = editor.page.waitForEvent("load");
    await panel.page.getByRole("button", { name: "Reload the document" }).click();
    await loaded;
    await editor.settled();
    await editor.page.bringToFront();
    await expect.poll(() => panel.page.locator(".way").textContent()).toContain("Reading along");
    await panel.line("our norms").waitFor();
  });
});
