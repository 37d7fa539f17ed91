import { afterAll, afterEach, beforeAll, describe, vi } from "vitest";
import { Chromium, type ChromiumOptions } from "./chromium";
import { findChromium } from "./find-browsers";

const found = findChromium();

/** A group of tests in one shared Chromium; where there is none they are skipped, and named at the end. */
export function describeInChromium(
  title: string,
  options: ChromiumOptions,
  tests: (browser: () => Chromium) => void,
): void {
  describe.skipIf(found === undefined)(title, () => {
    vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
    let browser: Chromium | undefined;
    beforeAll(async () => {
      browser = await Chromium.start(options);
    });
    // Pages left open would go on painting beside the next test.
    afterEach(() => browser?.closePages());
    afterAll(async () => {
      await browser?.stop();
    });
    tests(() => browser as Chromium);
  });
}
