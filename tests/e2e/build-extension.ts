import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "wxt";
import { BUILT } from "./extension";

const root = join(import.meta.dirname, "../..");
const SOURCES = ["extension", "deep-reader", "core", "wxt.config.ts", "package.json"];

/** Builds the extension for both browsers, as it is shipped, where its sources are newer than what is built. */
export default async function buildExtension(): Promise<void> {
  // `vitest run tests/core` needs no extension.
  const asked = process.argv.slice(2).filter((argument) => argument.startsWith("tests/"));
  if (asked.length > 0 && !asked.some((path) => /^tests\/(?:e2e|extension)/.test(path))) return;
  const newest = Math.max(...SOURCES.map((path) => newestOf(join(root, path))));
  for (const [browser, folder] of [
    ["chrome", BUILT.chromium],
    ["firefox", BUILT.firefox],
  ] as const) {
    const manifest = join(root, folder, "manifest.json");
    if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) continue;
    // Not the test mode that vitest asks of everything: what is tested is what is shipped.
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = "production";
    await build({ root, browser, manifestVersion: 3, mode: "production", logger: QUIET });
    if (NODE_ENV !== undefined) process.env.NODE_ENV = NODE_ENV;
  }
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
