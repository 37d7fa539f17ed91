import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Where the extension is built for each browser, from the root of the project. */
export const BUILT = { chromium: "dist/extension/chrome-mv3", firefox: "dist/extension/firefox-mv3" } as const;

/**
 * The page that our extension opens by itself when it is installed. It comes at a moment of its own, in front of whatever a test has opened
 * by then and takes the keyboard with it; so the browsers are given to a test once it has come and is closed.
 */
const FIRST_RUN = "welcome.html";

/** Whether an extension opens a page when it is installed. */
export const hasFirstRun = (folder: string): boolean => existsSync(join(folder, FIRST_RUN));

/** Whether an address is the first-run page's. */
export const isFirstRun = (url: string): boolean => url.endsWith(`/${FIRST_RUN}`);

/** The id that Chromium gives an unpacked extension: of its manifest's `key`, or else of its folder. */
export function extensionIdOf(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { key?: string };
  const source = key === undefined ? realpathSync(folder) : Buffer.from(key, "base64");
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

/** The id that a manifest gives itself for Firefox. */
export function firefoxIdOf(folder: string): string | undefined {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  return manifest.browser_specific_settings?.gecko?.id;
}
