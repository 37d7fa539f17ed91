import { createHash } from "node:crypto";
import type { AdaptedRubric, AgendaCheck, Notes } from "../../core/index";
import { REPORT_MARK } from "../readers/format";
import { findings } from "./agenda-page/findings";
import { items } from "./agenda-page/items";
import { pageStyle } from "./agenda-page/page-style";
import { questions, times } from "./agenda-page/times";
import { html, Markup } from "./html/markup";

/** What stands at the head of the page beside the check. */
export interface PageHead {
  readonly title: string;
  readonly facts: readonly (string | undefined)[];
}

/** Writes a check as one web page that needs no network and no other file, and prints on one sheet. */
export function agendaPage(
  check: AgendaCheck,
  notes: Notes,
  rubric: AdaptedRubric,
  { title, facts }: PageHead,
): string {
  const cautions = check.cautions.map((caution) => html`<li>${caution}</li>`);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
${new Markup(REPORT_MARK)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${`Before the meeting · ${title}`}</title>
<style>${new Markup(pageStyle)}</style></head>
<body><header>
<p class="facts"><bdi>${[title, ...facts].filter(Boolean).join(" · ")}</bdi></p>
<h1>${check.headline}</h1>
${cautions.length > 0 && html`<ul class="cautions">${cautions}</ul>`}
</header>
<main>
<div class="column">${items(check, notes, rubric)}${times(check, rubric)}${questions(check)}</div>
<div class="column">${findings(check)}</div>
</main>
<footer><p>Made by Plumbline before the meeting. Suggestions of a program, for people to judge. This page sends nothing anywhere.</p></footer>
</body></html>
`.text;
}

/** Allows this page's own style and nothing else: no network, no code. */
function policy(): string {
  const hash = `'sha256-${createHash("sha256").update(pageStyle).digest("base64")}'`;
  return ["default-src 'none'", `style-src ${hash}`, "base-uri 'none'", "form-action 'none'"].join("; ");
}
