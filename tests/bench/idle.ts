import type { Chromium } from "../e2e/chromium";

const REST_MS = 3000;
const WATCHED_MS = 20_000;

/**
 * Milliseconds of processor time that a browser's own process and all its pages and workers take in 20 seconds in which no document is open
 * and nobody does anything.
 */
export async function idleTime(browser: Chromium): Promise<number> {
  const page = await browser.context.newPage();
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error("The browser does not tell of its processes.");
  const spent = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  await page.waitForTimeout(REST_MS);
  const before = await spent();
  await page.waitForTimeout(WATCHED_MS);
  const after = await spent();
  await page.close();
  return after - before;
}
