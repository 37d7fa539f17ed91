import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const home = homedir();

/** Folders in which tools keep one folder for each version of Chrome for Testing or Chromium, with the program inside. */
const CACHES: readonly (readonly [folder: string, ...programs: string[]])[] = [
  [".cache/ms-playwright", "chrome-linux/chrome", "chrome-linux64/chrome"],
  [".cache/puppeteer/chrome", "chrome-linux64/chrome"],
  ["Library/Caches/ms-playwright", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"],
  ["AppData/Local/ms-playwright", "chrome-win/chrome.exe", "chrome-win64/chrome.exe"],
];

const CHROMIUMS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  join(home, "AppData/Local/Chromium/Application/chrome.exe"),
];

const FIREFOXES = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:/Program Files/Mozilla Firefox/firefox.exe",
];

/**
 * The path of a Chromium or Chrome for Testing, or nothing. Branded Chrome is no use: it ignores `--load-extension`.
 * `PLUMBLINE_CHROMIUM` comes first.
 */
export function findChromium(named = process.env.PLUMBLINE_CHROMIUM): string | undefined {
  return [named, ...CHROMIUMS, ...CACHES.flatMap(cached)].find((path) => path && existsSync(path) && !isBranded(path));
}

/** The path of a Firefox, or nothing. `PLUMBLINE_FIREFOX` comes first. */
export function findFirefox(named = process.env.PLUMBLINE_FIREFOX): string | undefined {
  return [named, ...FIREFOXES].find((path) => path && existsSync(path));
}

function cached([folder, ...programs]: readonly [string, ...string[]]): string[] {
  const root = join(home, folder);
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort().reverse();
  return versions.flatMap((version) => programs.map((program) => join(root, version, program)));
}

/** Windows programs print no version; there, only paths that cannot be branded are looked at. */
function isBranded(path: string): boolean {
  if (process.platform === "win32") return false;
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return /Google Chrome (?!for Testing)/.test(stdout ?? "");
}
