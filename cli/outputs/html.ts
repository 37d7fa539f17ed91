import { createHash } from "node:crypto";
import type { Coverage } from "../../core/coverage/coverage";
import { REPORT_MARK } from "../readers/format";
import type { ReportRubric } from "./framework";
import { filters } from "./html/filters";
import { lines } from "./html/lines";
import { map } from "./html/map";
import { html, Markup } from "./html/markup";
import { pageScript } from "./html/page-script";
import { pageStyle } from "./html/page-style";
import { report } from "./html/report";
import { dimensionTotals, gaps, header } from "./html/summary";

/** Writes the coverage as one web page that needs no network and no other file. */
export function coveragePage(coverage: Coverage, rubric: ReportRubric): string {
  const all = report(coverage, rubric);
  const empty = html`<section id="map"><h2>Nothing to show yet</h2><p>Give Plumbline some meeting notes, and this page shows
where each practice appears in them.</p></section>`;
  const body = html`${dimensionTotals(all)}
${map(all)}
${gaps(all)}
<section id="lines" aria-labelledby="lines-title"><h2 id="lines-title">The lines</h2>
${filters(all)}
${lines(all)}</section>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
${new Markup(REPORT_MARK)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${["What shows in our notes", coverage.team].filter(Boolean).join(" · ")}</title>
<style>${new Markup(pageStyle)}</style></head>
<body>${coverage.meetings.length > 0 && html`<a class="skip" href="#lines">Skip to the lines</a>`}
${header(all)}
<main>${coverage.meetings.length > 0 ? body : empty}</main>
<footer><p>Made by Plumbline. This page sends nothing anywhere. It quotes meeting notes: share it as you would share them.</p></footer>
${coverage.meetings.length > 0 && html`<script>${new Markup(pageScript)}</script>`}</body></html>
`.text;
}

/** Allows this page's own style and script and nothing else: no network, no other code. */
function policy(): string {
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const rules = ["default-src 'none'", `style-src ${hash(pageStyle)}`, `script-src ${hash(pageScript)}`];
  return [...rules, "base-uri 'none'", "form-action 'none'"].join("; ");
}
