import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { documentFromNotes } from "../../replica/document";
import { BUILT } from "../extension";
import { findFirefox } from "../find-browsers";
import { Firefox } from "../firefox";
import { MEETING } from "./panel-page";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

const folder = join(import.meta.dirname, "../../..", BUILT.firefox);
const idOf = (manifest: string): string => JSON.parse(manifest).browser_specific_settings.gecko.id;

describe.skipIf(findFirefox() === undefined)("The panel in Firefox", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await Firefox.start({
      extension: { folder, id: idOf(readFileSync(join(folder, "manifest.json"), "utf8")) },
    });
  });
  afterAll(() => firefox?.stop());

  test("a document is read, a suggestion is answered by key, and the answer is kept", async () => {
    await firefox.open(documentFromNotes(MEETING));
    const panel = await firefox.extensionPage("sidepanel.html");
    const count = (selector: string) => panel.evaluate((css) => document.querySelectorAll(css).length, selector);
    await expect.poll(() => count(".line"), { timeout: 20_000 }).toBeGreaterThan(3);
    await panel.press("n");
    await panel.press("a");
    await expect.poll(() => count('.chip[data-code="SB1"][data-state="agreed"]'), { timeout: 10_000 }).toBe(1);
    const again = await firefox.extensionPage("sidepanel.html");
    await expect
      .poll(
        () => again.evaluate(() => document.querySelectorAll('.chip[data-code="SB1"][data-state="agreed"]').length),
        {
          timeout: 10_000,
        },
      )
      .toBe(1);
  });
});
