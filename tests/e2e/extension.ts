import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Where the extension is built for each browser, from the root of the project. */
export const BUILT = { chromium: ".output/chrome-mv3", firefox: ".output/firefox-mv3" } as const;

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
