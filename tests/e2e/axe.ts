import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** Axe, to be run in a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** An expression that runs axe on what a JSON of its context names: what it finds, in one line each. */
export const axeFindings = (context = "document"): string => `axe.run(${context}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary)))`;

/** Runs axe on a page: what it finds, in one line each. */
export async function axeOn(page: Page): Promise<string[]> {
  // A colour on its way to another one is no finding.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(axeSource);
  return page.evaluate(axeFindings());
}
