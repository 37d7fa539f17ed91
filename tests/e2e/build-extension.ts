import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "wxt";
import { root } from "../replica/root";
import { BUILT } from "./extension";

const SOURCES = ["extension", "deep-reader", "core", "wxt.config.ts", "package.json"];
const BROWSERS = { chromium: "chrome", firefox: "firefox" } as const;

/** Builds the extension for both browsers, as it is shipped, where its sources are newer than what is built. */
export default async function buildForTests(): Promise<void> {
  // `vitest run tests/core` needs no extension.
  const asked = process.argv.slice(2).filter((argument) => argument.startsWith("tests/"));
  if (asked.length > 0 && !asked.some((path) => /^tests\/(?:e2e|extension)/.test(path))) return;
  for (const browser of ["chromium", "firefox"] as const) if (isStale(browser)) await buildExtension(browser);
}

/** Whether the extension for a browser is not built yet, or was before its sources changed. */
export function isStale(browser: keyof typeof BUILT, project = root): boolean {
  const manifest = join(project, BUILT[browser], "manifest.json");
  if (!existsSync(manifest)) return true;
  return statSync(manifest).mtimeMs <= Math.max(...SOURCES.map((path) => newestOf(join(project, path))));
}

/** Builds the extension for a browser, as it is shipped. */
export async function buildExtension(browser: keyof typeof BUILT): Promise<void> {
  // Not the test mode that vitest asks of everything: what is tested is what is shipped.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({ root, browser: BROWSERS[browser], manifestVersion: 3, mode: "production", logger: QUIET });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}

function newestOf(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))));
}

const none = () => {};
const QUIET = {
  debug: none,
  log: none,
  info: none,
  success: none,
  warn: none,
  error: console.error,
  fatal: console.error,
  level: 0,
};
